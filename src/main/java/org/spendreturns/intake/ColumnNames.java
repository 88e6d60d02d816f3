package org.spendreturns.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.spendreturns.intake.LedgerSettings.AmountBasis;

/**
 * The names that bodies give the columns of their ledgers: tells a row of column names from other
 * records, and what each column holds. The names themselves are in {@code layouts/columns.yaml}.
 */
final class ColumnNames {

  private static final String RESOURCE = "layouts/columns.yaml";
  private static final int NAME_AT_MOST = 80;
  private static final int ENTRY = 1_000; // between two entries of a field lie all its names
  private static final int BY_WORDS = 900;
  private static final int NOT_WANTED = 100_000; // the other basis comes last
  private static final int UNSAID_NOT_WANTED = 50_000;

  /** The basis of a column that is known by what it holds. */
  static final String BY_CONTENT = "content";

  private static final Set<String> NET_OR_GROSS =
      Set.of(EnumText.written(AmountBasis.NET), EnumText.written(AmountBasis.GROSS));

  private static final Pattern CAMEL_CASE = Pattern.compile("(\\p{Ll})(\\p{Lu})");
  private static final Pattern POUNDS = Pattern.compile("[£œ]|\\(gbp\\)|\\bgbp\\b");
  private static final String IN_POUNDS = " £"; // after a name that counts only with the sign
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern PATTERN_OF_A_DATE =
      Pattern.compile("\\b(?:dd mm yyyy|dd mm yy|dd mmm yyyy|ddmmyyyy|yyyy mm dd)\\b");

  private final Map<String, Match> byName = new HashMap<>();
  private final List<ByWords> byWords = new ArrayList<>();
  private final Set<String> telling = new HashSet<>(); // each word that a rule asks for
  private final Map<ColumnRole, Set<String>> never = new EnumMap<>(ColumnRole.class);

  /** What a column's name says: its role, how preferred, and of what basis if it says so. */
  record Match(ColumnRole role, int rank, String basis) {}

  /** A name with a word of each set, and none of the others. */
  private record ByWords(List<Set<String>> words, Set<String> not, Match match) {
    boolean fits(List<String> name) {
      return words.stream().noneMatch(any -> Collections.disjoint(any, name))
          && Collections.disjoint(not, name);
    }
  }

  private static final class Shipped {
    static final ColumnNames NAMES = load();
  }

  private ColumnNames() {}

  /** The names that come with the program. */
  static ColumnNames shipped() {
    return Shipped.NAMES;
  }

  private static ColumnNames load() {
    try (InputStream in = ColumnNames.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without " + RESOURCE);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return read(YamlNode.parse(RESOURCE, text));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /**
   * Reads such a file.
   *
   * @throws FaultyInputException if it is not as described in it, or a name stands twice
   */
  static ColumnNames read(YamlNode file) {
    ColumnNames names = new ColumnNames();
    file.allow("never", "fields")
        .find("never")
        .map(YamlNode::fields)
        .orElse(Map.of())
        .forEach((key, node) -> names.never.put(role(key, node), Set.copyOf(texts(node))));
    for (Map.Entry<String, YamlNode> field : file.get("fields").fields().entrySet()) {
      ColumnRole role = role(field.getKey(), field.getValue());
      int rank = 0;
      for (YamlNode entry : field.getValue().items()) {
        entry.allow("basis", "names", "in-pounds", "words", "not");
        names.add(role, rank, entry);
        rank += ENTRY;
      }
    }
    return names;
  }

  private static ColumnRole role(String key, YamlNode node) {
    return Arrays.stream(ColumnRole.values())
        .filter(known -> EnumText.written(known).equals(key))
        .findFirst()
        .orElseThrow(() -> node.fault("no field is called '%s'".formatted(key)));
  }

  private static List<String> texts(YamlNode list) {
    return list.items().stream().map(YamlNode::text).toList();
  }

  private void add(ColumnRole role, int rank, YamlNode entry) {
    String basis = entry.textOrEmpty("basis");
    int next = rank;
    for (YamlNode name : entry.items("names")) {
      addName(name, "", new Match(role, next++, basis));
    }
    for (YamlNode name : entry.items("in-pounds")) {
      addName(name, IN_POUNDS, new Match(role, next++, basis));
    }
    List<Set<String>> words =
        entry.items("words").stream().map(list -> Set.copyOf(texts(list))).toList();
    if (!words.isEmpty()) {
      Set<String> not = new HashSet<>(entry.texts("not"));
      not.addAll(never.getOrDefault(role, Set.of()));
      byWords.add(new ByWords(words, not, new Match(role, rank + BY_WORDS, basis)));
      words.forEach(telling::addAll);
    }
  }

  private void addName(YamlNode name, String sign, Match match) {
    if (byName.put(name.text() + sign, match) != null) {
      throw name.fault("name '%s' stands twice".formatted(name.text()));
    }
    if (!name.text().equals(normalised(name.text()))) {
      throw name.fault(
          "name '%s' is compared as '%s'; write it so"
              .formatted(name.text(), normalised(name.text())));
    }
  }

  /** A column's name as it is compared. */
  static String normalised(String name) {
    String text = Normalizer.normalize(name, Normalizer.Form.NFKC);
    text = CAMEL_CASE.matcher(text).replaceAll("$1 $2").toLowerCase(Locale.ROOT);
    text = text.replace("$", " usd ").replace("€", " eur ");
    text = POUNDS.matcher(text).replaceAll(" ");
    text = NO_WORD.matcher(text).replaceAll(" ").strip();
    return PATTERN_OF_A_DATE.matcher(text).replaceAll("").strip();
  }

  /** Whether a role has a column of this very name. */
  boolean isNameOf(ColumnRole role, String name) {
    Match match = byName.get(normalised(name));
    return match != null && match.role() == role;
  }

  /** What a column of this name holds, or empty if the name is not known. */
  Optional<Match> match(String cell) {
    if (cell.isEmpty() || cell.length() > NAME_AT_MOST) {
      return Optional.empty();
    }
    String name = normalised(cell);
    Match exact = byName.get(name);
    if (exact == null && POUNDS.matcher(cell.toLowerCase(Locale.ROOT)).find()) {
      exact = byName.get(name + IN_POUNDS);
    }
    if (exact != null) {
      return Optional.of(exact);
    }
    List<String> words = Arrays.asList(name.split(" "));
    if (Collections.disjoint(telling, words)) { // as those of most cells: no rule need be tried
      return Optional.empty();
    }
    return byWords.stream().filter(rule -> rule.fits(words)).map(ByWords::match).findFirst();
  }

  /**
   * The word for which a name that is not known cannot be that of a role: a column of thousands of
   * pounds holds no amounts of payments; empty if there is none.
   */
  Optional<String> wordAgainst(ColumnRole role, String cell) {
    Set<String> words = never.getOrDefault(role, Set.of());
    return match(cell).isPresent()
        ? Optional.empty()
        : Arrays.stream(normalised(cell).split(" ")).filter(words::contains).findFirst();
  }

  /** The roles that are named in a record, each with its columns, the preferred one first. */
  Map<ColumnRole, List<Integer>> roles(List<String> cells, LedgerSettings settings) {
    Map<ColumnRole, List<Integer>> roles = new EnumMap<>(ColumnRole.class);
    ranked(cells, settings)
        .forEach((role, columns) -> roles.put(role, columns.stream().map(Ranked::column).toList()));
    return roles;
  }

  private Map<ColumnRole, List<Ranked>> ranked(List<String> cells, LedgerSettings settings) {
    Map<ColumnRole, List<Ranked>> found = new EnumMap<>(ColumnRole.class);
    for (int column = 0; column < cells.size(); column++) {
      Optional<Match> match = match(cells.get(column));
      if (match.isPresent()) {
        found
            .computeIfAbsent(match.get().role(), role -> new ArrayList<>())
            .add(new Ranked(column, rank(match.get(), settings), match.get()));
      }
    }
    if (!found.containsKey(ColumnRole.CREDIT)) { // one side of two is no amount
      List<Ranked> amounts = found.getOrDefault(ColumnRole.AMOUNT, new ArrayList<>());
      amounts.removeIf(amount -> amount.match().basis().equals("debit"));
      if (amounts.isEmpty()) {
        found.remove(ColumnRole.AMOUNT);
      }
    }
    found
        .values()
        .forEach(
            columns ->
                columns.sort(
                    Comparator.comparingInt(Ranked::rank).thenComparingInt(Ranked::column)));
    return found;
  }

  /** A column that a name gives a role, the lower its rank the more preferred. */
  record Ranked(int column, int rank, Match match) {}

  private static int rank(Match match, LedgerSettings settings) {
    String wanted =
        match.role() == ColumnRole.DATE
            ? EnumText.written(settings.dates())
            : EnumText.written(settings.amounts());
    boolean matters = match.role() == ColumnRole.DATE || match.role() == ColumnRole.AMOUNT;
    if (!matters || match.basis().isEmpty() || match.basis().equals(wanted)) {
      return match.rank();
    }
    if (match.role() == ColumnRole.AMOUNT) {
      return match.rank() + (NET_OR_GROSS.contains(match.basis()) ? NOT_WANTED : UNSAID_NOT_WANTED);
    }
    return match.rank()
        + (settings.dates() == LedgerSettings.DateBasis.PAYMENT ? 0 : UNSAID_NOT_WANTED);
  }

  /**
   * The layout that a record of column names gives, or empty if it names no date, no amount or no
   * supplier.
   */
  Optional<Layout> layout(List<String> cells, LedgerSettings settings) {
    return new NamedLayout(ranked(cells, settings), cells, settings).layout();
  }

  /** The same where the supplier's column has another name than those that are known. */
  Optional<Layout> layout(List<String> cells, LedgerSettings settings, int supplier) {
    Map<ColumnRole, List<Ranked>> ranked = ranked(cells, settings);
    Match match = new Match(ColumnRole.SUPPLIER, Integer.MAX_VALUE, BY_CONTENT);
    ranked.put(ColumnRole.SUPPLIER, List.of(new Ranked(supplier, Integer.MAX_VALUE, match)));
    return new NamedLayout(ranked, cells, settings).layout();
  }
}
