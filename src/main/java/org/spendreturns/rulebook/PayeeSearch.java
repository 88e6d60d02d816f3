package org.spendreturns.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.spendreturns.ledger.Particulars.Field;
import org.spendreturns.ledger.SupplierName;
import org.spendreturns.rulebook.Payee.Certainty;
import org.spendreturns.rulebook.Phrasebook.OfProvider;
import org.spendreturns.rulebook.Provider.Trust;
import org.spendreturns.rulebook.Spoken.NameFound;

/**
 * Tells which provider a line's supplier is. The steps, first to answer wins: the body's own
 * supplier number, the registration number, a whole name, a name that the ledger has cut off.
 *
 * <p>A name counts only as a whole: {@code Safeline} is one, {@code Safeline Elevator Parts} is
 * somebody else's, but {@code Safeline Warwick} may be it: a place of the provider's own region
 * belongs to the name. A supplier that lists several, {@code Victim Support; Safeline}, has several
 * whole names.
 */
final class PayeeSearch {

  private static final String NO_PART_OF_THE_NAME =
      "(?:[\\s.]+(?:ltd|limited|c\\.?i\\.?c|cio|plc|uk|inc|company|charity|the)\\b\\.?)*";
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:^|[;,/(\\[]|\\bt/a\\b|\\btrading as\\b)\\s*(?:the\\s+)?$", Pattern.CASE_INSENSITIVE);
  private static final Pattern AFTER =
      Pattern.compile(
          NO_PART_OF_THE_NAME + "[\\s.]*(?:$|[;,/()#*\\[\\]]|_\\d|t/a\\b|trading as\\b|use \\d)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern JOINED_BEFORE =
      Pattern.compile("(?:\\band|&|\\+)\\s+(?:the\\s+)?$", Pattern.CASE_INSENSITIVE);
  private static final Pattern JOINED_AFTER =
      Pattern.compile(NO_PART_OF_THE_NAME + "\\s+(?:and\\b|&|\\+).*", Pattern.CASE_INSENSITIVE);

  /** Every word with a capital, but those that a title leaves small. */
  private static final Pattern NAME_IN_A_SENTENCE =
      Pattern.compile(
          "(?:(?:\\p{Lu}|\\d|and\\b|of\\b|the\\b|in\\b|for\\b|&|\\+)\\S*[\\s\\p{Punct}]*)+");

  private final Rulebook rulebook;
  private final Phrasebook phrasebook;
  private final Overlay overlay;
  private final Map<List<String>, Boolean> askedBefore = new ConcurrentHashMap<>();

  PayeeSearch(Rulebook rulebook, Phrasebook phrasebook, Overlay overlay) {
    this.rulebook = rulebook;
    this.phrasebook = phrasebook;
    this.overlay = overlay;
  }

  /** The providers that the supplier is or may be, the surest first, each once. */
  List<Payee> find(Spoken spoken, Optional<LocalDate> on) {
    Map<String, Payee> payees = new LinkedHashMap<>();
    byNumber(spoken).ifPresent(payee -> payees.put(payee.provider().id(), payee));
    if (payees.isEmpty()) {
      List<NameFound> named = wholeNames(spoken, on);
      if (named.isEmpty()) {
        named = levelledNames(spoken, on);
      }
      for (NameFound each : nearest(named)) {
        Payee payee = payee(each, named);
        payees.merge(payee.provider().id(), payee, PayeeSearch::surer);
      }
    }
    return payees.values().stream().sorted(Comparator.comparing(Payee::certainty)).toList();
  }

  /** Of several providers of one name, those of the body's own region, if there are any. */
  private List<NameFound> nearest(List<NameFound> named) {
    if (named.size() < 2) {
      return named;
    }
    return named.stream()
        .filter(
            each ->
                isHere(each)
                    || named.stream()
                        .noneMatch(other -> other.words().equals(each.words()) && isHere(other)))
        .toList();
  }

  private boolean isHere(NameFound name) {
    return name.hasPlace() || isInOneOf(name.of().provider().regions());
  }

  /** Whether the body is in one of the regions. */
  private boolean isInOneOf(List<String> regions) {
    return askedBefore.computeIfAbsent(regions, all -> rulebook.isIn(overlay.region(), all));
  }

  private static Payee surer(Payee one, Payee other) {
    Comparator<Payee> order =
        Comparator.comparing(Payee::certainty)
            .thenComparing(payee -> payee.words().length(), Comparator.reverseOrder());
    return order.compare(one, other) <= 0 ? one : other;
  }

  private Optional<Payee> byNumber(Spoken spoken) {
    String supplierId = spoken.line().supplierId();
    Optional<Provider> own =
        Overlay.meaning(overlay.suppliers(), supplierId).flatMap(rulebook::provider);
    if (own.isPresent()) {
      return own.map(provider -> known(provider, Field.SUPPLIER_ID, supplierId));
    }
    String registration = spoken.line().registration();
    return Optional.ofNullable(phrasebook.registered(registration))
        .map(provider -> known(provider, Field.REGISTRATION, registration));
  }

  private Payee known(Provider provider, Field field, String words) {
    return new Payee(provider, ofWhom(provider), field, words);
  }

  private Certainty ofWhom(Provider provider) {
    if (isInOneOf(provider.doubtedIn())) {
      return Certainty.ASK;
    }
    return switch (provider.alone()) {
      case SURE -> Certainty.SURE;
      case ASK -> Certainty.ASK;
      case NOTHING -> Certainty.MIXED;
    };
  }

  private Payee payee(NameFound found, List<NameFound> all) {
    Provider provider = found.of().provider();
    Certainty certainty = ofWhom(provider);
    boolean another =
        all.stream()
            .anyMatch(
                each ->
                    !each.of().provider().equals(provider)
                        && each.words().equals(found.words())
                        && !each.of().provider().specialist());
    Trust trust = another ? Trust.ASK : found.of().name().trust();
    Certainty byName =
        switch (isHere(found) ? found.of().name().here() : trust) {
          case SURE -> Certainty.SURE;
          case ASK -> Certainty.ASK;
          case NOTHING -> Certainty.NOTHING;
        };
    return new Payee(
        provider,
        byName.compareTo(certainty) > 0 ? byName : certainty,
        found.words().field(),
        found.words().text());
  }

  /**
   * Providers that the line names elsewhere than as its supplier: {@code Sue Lambert Trust, grant}.
   * One word, or a name in small letters, is no name there; only a specialist counts.
   */
  List<Payee> mentioned(Spoken spoken, Optional<LocalDate> on) {
    List<NameFound> named =
        spoken.mentions().stream()
            .filter(each -> counts(each.of(), each.words().text(), on))
            .filter(
                each -> each.of().provider().specialist() && isSpelledAsAName(each.words().text()))
            .toList();
    return nearest(named).stream()
        .map(each -> payee(each, named))
        .filter(payee -> payee.certainty() == Certainty.SURE || payee.certainty() == Certainty.ASK)
        .sorted(Comparator.comparing(Payee::certainty))
        .toList();
  }

  private static boolean isSpelledAsAName(String words) {
    return words.contains(" ") && NAME_IN_A_SENTENCE.matcher(words).matches();
  }

  private List<NameFound> wholeNames(Spoken spoken, Optional<LocalDate> on) {
    String supplier = spoken.line().supplier();
    List<NameFound> candidates =
        spoken.names().stream()
            .filter(found -> counts(found.of(), found.words().text(), on))
            .toList();
    List<NameFound> whole = new ArrayList<>();
    for (NameFound each : candidates) {
      String before = supplier.substring(0, each.words().start());
      String after = supplier.substring(each.words().end());
      boolean begins = BEFORE.matcher(before).find();
      boolean ends = AFTER.matcher(after).lookingAt();
      boolean joined =
          candidates.size() > 1
              && (begins || JOINED_BEFORE.matcher(before).find())
              && (ends || JOINED_AFTER.matcher(after).matches());
      if ((begins && ends) || joined) {
        whole.add(each);
      } else if (each.of().name().trust() != Trust.NOTHING) {
        withPlace(each, before, after).ifPresent(whole::add);
      }
    }
    return whole;
  }

  /** A name with a place of its own region before or after it: {@code Kinergy Bristol}. */
  private Optional<NameFound> withPlace(NameFound name, String before, String after) {
    Phrasebook.Places places = phrasebook.places(name.of().provider().regions());
    String without = places.before().matcher(before).replaceFirst("");
    String rest = places.after().matcher(after).replaceFirst("");
    boolean isOne = !without.equals(before) ^ !rest.equals(after);
    return isOne && BEFORE.matcher(without).find() && AFTER.matcher(rest).lookingAt()
        ? Optional.of(new NameFound(name.of(), name.words(), true))
        : Optional.empty();
  }

  private static boolean counts(OfProvider of, String words, Optional<LocalDate> on) {
    return (!of.name().asSpelled() || of.name().text().equals(words))
        && on.map(day -> of.name().isInUse(day)).orElse(true);
  }

  private List<NameFound> levelledNames(Spoken spoken, Optional<LocalDate> on) {
    String supplier = spoken.line().supplier();
    if (supplier.isEmpty()) {
      return List.of();
    }
    SupplierName name = SupplierName.of(supplier);
    List<OfProvider> named = new ArrayList<>(phrasebook.named(name.normalised()));
    name.tradingAs().ifPresent(second -> named.addAll(phrasebook.named(second)));
    if (named.isEmpty() && supplier.strip().length() >= Phrasebook.CUT_NAME_AT_LEAST) {
      named.addAll(phrasebook.cutFrom(name.normalised()));
    }
    Spoken.Words words = new Spoken.Words(Field.SUPPLIER, 0, supplier.length(), supplier);
    return named.stream()
        .filter(of -> !of.name().asSpelled() && counts(of, supplier, on))
        .map(of -> new NameFound(of, words, false))
        .toList();
  }
}
