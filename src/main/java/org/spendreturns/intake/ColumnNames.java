package org.spendreturns.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
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

  private static final Pattern CAMEL_CASE = Pattern.compile("(\\p{Ll})(\\p{Lu})");
  private static final Pattern CURRENCY = Pattern.compile("[£œ$€]|\\(gbp\\)|\\bgbp\\b");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern PATTERN_OF_A_DATE =
      Pattern.compile("\\b(?:dd mm yyyy|dd mm yy|dd mmm yyyy|ddmmyyyy|yyyy mm dd)\\b");

  private final Map<String, Match> byName = new HashMap<>();
  private final List<ByWords> byWords = new ArrayList<>();

  /** What a column's name says: its role, how preferred, and of what basis if it says so. */
  record Match(ColumnRole role, int rank, String basis) {}

  private record ByWords(List<Set<String>> words, Set<String> not, Match match) {}

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
    for (Map.Entry<String, YamlNode> field :
        file.allow("fields").get("fields").fields().entrySet()) {
      ColumnRole role =
          Arrays.stream(ColumnRole.values())
              .filter(known -> EnumText.written(known).equals(field.getKey()))
              .findFirst()
              .orElseThrow(
                  () ->
                      field.getValue().fault("no field is called '%s'".formatted(field.getKey())));
      int rank = 0;
      for (YamlNode entry : field.getValue().items()) {
        names.add(role, rank, entry.allow("basis", "names", "words", "not"));
        rank += ENTRY;
      }
    }
    return names;
  }

  private void add(ColumnRole role, int rank, YamlNode entry) {
    String basis = entry.textOrEmpty("basis");
    int next = rank;
    for (YamlNode name : entry.items("names")) {
      if (byName.put(name.text(), new Match(role, next, basis)) != null) {
        throw name.fault("name '%s' stands twice".formatted(name.text()));
      }
      if (!name.text().equals(normalised(name.text()))) {
        throw name.fault(
            "name '%s' is compared as '%s'; write it so"
                .formatted(name.text(), normalised(name.text())));
      }
      next++;
    }
    List<Set<String>> words =
        entry.items("words").stream()
            .map(list -> Set.copyOf(list.items().stream().map(YamlNode::text).toList()))
            .toList();
    if (!words.isEmpty()) {
      Set<String> not = Set.copyOf(entry.texts("not"));
      byWords.add(new ByWords(words, not, new Match(role, rank + BY_WORDS, basis)));
    }
  }

  /** A column's name as it is compared. */
  static String normalised(String name) {
    String text = Normalizer.normalize(name, Normalizer.Form.NFKC);
    text = CAMEL_CASE.matcher(text).replaceAll("$1 $2").toLowerCase(Locale.ROOT);
    text = CURRENCY.matcher(text).replaceAll(" ");
    text = NO_WORD.matcher(text).replaceAll(" ").strip();
    return PATTERN_OF_A_DATE.matcher(text).replaceAll("").strip();
  }

  /** What a column of this name holds, or empty if the name is not known. */
  Optional<Match> match(String cell) {
    if (cell.isEmpty() || cell.length() > NAME_AT_MOST) {
      return Optional.empty();
    }
    String name = normalised(cell);
    Match exact = byName.get(name);
    if (exact != null) {
      return Optional.of(exact);
    }
    List<String> words = Arrays.asList(name.split(" "));
    return byWords.stream()
        .filter(
            rule -> rule.words().stream().allMatch(any -> words.stream().anyMatch(any::contains)))
        .filter(rule -> words.stream().noneMatch(rule.not()::contains))
        .map(ByWords::match)
        .findFirst();
  }

  /** The roles that are named in a record, each with its columns, the preferred one first. */
  Map<ColumnRole, List<Integer>> roles(List<String> cells, LedgerSettings settings) {
    Map<ColumnRole, List<Ranked>> found = new EnumMap<>(ColumnRole.class);
    for (int column = 0; column < cells.size(); column++) {
      int index = column;
      match(cells.get(column))
          .ifPresent(
              match ->
                  found
                      .computeIfAbsent(match.role(), role -> new ArrayList<>())
                      .add(new Ranked(index, rank(match, settings))));
    }
    Map<ColumnRole, List<Integer>> roles = new EnumMap<>(ColumnRole.class);
    found.forEach(
        (role, columns) ->
            roles.put(
                role,
                columns.stream()
                    .sorted(Comparator.comparingInt(Ranked::rank).thenComparingInt(Ranked::column))
                    .map(Ranked::column)
                    .toList()));
    return roles;
  }

  private record Ranked(int column, int rank) {}

  private static int rank(Match match, LedgerSettings settings) {
    String wanted =
        match.role() == ColumnRole.DATE
            ? EnumText.written(settings.dates())
            : EnumText.written(settings.amounts());
    if (match.basis().isEmpty() || match.basis().equals(wanted)) {
      return match.rank();
    }
    if (match.role() == ColumnRole.AMOUNT) {
      return match.rank() + (match.basis().equals("unsaid") ? UNSAID_NOT_WANTED : NOT_WANTED);
    }
    return match.rank()
        + (settings.dates() == LedgerSettings.DateBasis.PAYMENT ? 0 : UNSAID_NOT_WANTED);
  }

  /**
   * The layout that a record of column names gives, or empty if it names no date, no amount or no
   * supplier.
   */
  Optional<Layout> layout(List<String> cells, LedgerSettings settings) {
    Map<ColumnRole, List<Integer>> roles = roles(cells, settings);
    for (ColumnRole role : ColumnRole.values()) {
      if (role.isRequired() && !roles.containsKey(role)) {
        return Optional.empty();
      }
    }
    List<String> choices = new ArrayList<>();
    roles.forEach(
        (role, columns) -> {
          if (role.isRequired() && columns.size() > 1) {
            choices.add(choice(role, columns, cells, settings));
          }
        });
    roles.replaceAll((role, columns) -> role.mayRepeat() ? columns : columns.subList(0, 1));
    return Optional.of(new Layout(roles, cells, choices));
  }

  private static String choice(
      ColumnRole role, List<Integer> columns, List<String> cells, LedgerSettings settings) {
    List<String> names =
        columns.stream().map(c -> "'" + CellText.plain(cells.get(c)) + "'").toList();
    String why =
        switch (role) {
          case DATE -> ", the %s date being wanted".formatted(EnumText.written(settings.dates()));
          case AMOUNT ->
              ", %s being wanted"
                  .formatted(settings.amounts() == AmountBasis.NET ? "net of VAT" : "gross");
          default -> "";
        };
    return "%s: column %s, not %s%s"
        .formatted(
            EnumText.written(role),
            names.get(0),
            String.join(", ", names.subList(1, names.size())),
            why);
  }
}
