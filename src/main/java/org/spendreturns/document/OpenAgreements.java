package org.spendreturns.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spendreturns.contract.Contract.Kind;
import org.spendreturns.money.Money;
import org.spendreturns.returns.Figure;
import org.spendreturns.returns.Publication.Ids;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Section;
import org.spendreturns.returns.Value;
import org.spendreturns.rulebook.Category;

/**
 * The agreements of a return as open data knows them: each once, whatever categories it counts in,
 * with parties that have ids. Holds nothing that the return does not tell.
 */
final class OpenAgreements {

  private static final Pattern REGISTERED = Pattern.compile("([A-Z]{2}-[A-Z]+)-(.+)");

  private final Return filing;
  private final Ids ids;

  OpenAgreements(Return filing, Ids ids) {
    this.filing = filing;
    this.ids = ids;
  }

  /**
   * An organisation.
   *
   * @param id unique in a file
   * @param scheme the register that gave the id, as {@code GB-CHC}; empty if it is our own
   * @param number the number in that register; empty if the id is our own
   */
  record Party(String id, String name, String scheme, String number) {}

  /**
   * An agreement, in all the categories in which it counts.
   *
   * @param rows one or more, of one reference
   */
  record OpenAgreement(Party recipient, List<Section.Row> rows, List<Category> categories) {
    /** Keeps its own copies. */
    OpenAgreement {
      rows = List.copyOf(rows);
      categories = List.copyOf(categories);
    }

    Section.Row any() {
      return rows.get(0);
    }

    /** The firm value of all its years; empty if the return does not know it. */
    Optional<Money> awarded() {
      return sum(Section.Row::awardedInAll);
    }

    /** What of it falls in a year, by the year's place in the return; empty if not known. */
    Optional<Money> awardedIn(int year) {
      return sum(row -> row.awardedByYear().get(year));
    }

    /** What the return says of a year in which no sum is known, or the first of it. */
    Value saysOf(int year) {
      return any().awardedByYear().get(year).value();
    }

    /**
     * A row in which the agreement has payments and no share of its own says "none" or "not broken
     * down"; any other word means that a part of the sum is missing.
     */
    private Optional<Money> sum(Function<Section.Row, Figure> of) {
      List<Money> known = new ArrayList<>();
      for (Section.Row row : rows) {
        Value value = of.apply(row).value();
        if (value instanceof Value.Amount amount) {
          known.add(amount.money());
        } else if (!(value instanceof Value.Nil || value instanceof Value.NotBrokenDown)) {
          return Optional.empty();
        }
      }
      return known.isEmpty() ? Optional.empty() : Optional.of(Money.sum(known));
    }
  }

  /** The agreements of a kind, in the order of the return. */
  List<OpenAgreement> of(Kind kind) {
    Map<String, List<Section.Row>> rows = new LinkedHashMap<>();
    Map<String, List<Category>> categories = new LinkedHashMap<>();
    for (Section section : filing.sections()) {
      for (Section.Row row : section.rows()) {
        if (row.deal().filter(deal -> deal.kind() == kind).isPresent()) {
          String reference = row.reference();
          rows.computeIfAbsent(reference, unused -> new ArrayList<>()).add(row);
          categories
              .computeIfAbsent(reference, unused -> new ArrayList<>())
              .add(section.category());
        }
      }
    }
    return rows.entrySet().stream()
        .map(
            each ->
                new OpenAgreement(
                    recipient(each.getValue().get(0)),
                    each.getValue(),
                    categories.getOrDefault(each.getKey(), List.of())))
        .toList();
  }

  /** The body itself. */
  Party body() {
    Return.Heading heading = filing.heading();
    return ids.organisation().isEmpty()
        ? new Party(heading.bodyId(), heading.bodyName(), "", "")
        : party(ids.organisation(), heading.bodyName());
  }

  /** Without a registration an organisation is told apart by its agreement, never by its name. */
  private Party recipient(Section.Row row) {
    return row.registration().isEmpty()
        ? new Party(
            "%s-%s-recipient".formatted(filing.heading().bodyId(), plain(row.reference())),
            row.organisation(),
            "",
            "")
        : party(row.registration(), row.organisation());
  }

  private static Party party(String registration, String name) {
    Matcher registered = REGISTERED.matcher(registration);
    return registered.matches()
        ? new Party(registration, name, registered.group(1), registered.group(2))
        : new Party(registration, name, "", "");
  }

  /** The prefix of contracting processes; of a body without one, an id that says so. */
  String ocdsPrefix() {
    return ids.ocds().isEmpty() ? "ocds-unregistered-" + filing.heading().bodyId() : ids.ocds();
  }

  /** The prefix of grants; of a body without one, an id that says so. */
  String grantPrefix() {
    return ids.grants().isEmpty() ? "360G-unregistered-" + filing.heading().bodyId() : ids.grants();
  }

  /** A reference as an id can hold it. */
  static String plain(String reference) {
    return reference.replaceAll("[^A-Za-z0-9.]+", "-").toLowerCase(Locale.ROOT);
  }
}
