package org.spendreturns.returns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.spendreturns.contract.Contract;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.returns.OnFile.Found;
import org.spendreturns.rulebook.Answer;
import org.spendreturns.rulebook.Category;

/**
 * Links payments to agreements: by the reference in the line, else by organisation if exactly one
 * agreement fits the day and does not contradict the line's category. Never by amount.
 */
final class Linking {

  private static final Comparator<Payment> READING_ORDER =
      Comparator.comparing((Payment payment) -> payment.line().line().date())
          .thenComparing(payment -> payment.line().line().at().file())
          .thenComparing(payment -> payment.line().line().at().sheet())
          .thenComparing(payment -> payment.line().line().at().line())
          .thenComparing(Payment::exportDigest);

  private final Map<String, Agreement> byReference = new HashMap<>();
  private final Map<String, List<Agreement>> byPayee = new HashMap<>();
  private final Organisations organisations;
  private final Map<String, String> warningsByEnglish = new TreeMap<>();
  private final Wording wording;

  Linking(List<Agreement> agreements, Organisations organisations, Wording wording) {
    this.wording = wording;
    this.organisations = organisations;
    for (Agreement agreement : agreements) {
      byReference.putIfAbsent(levelled(agreement.reference()), agreement);
      payees(agreement.contract())
          .forEach(
              payee -> byPayee.computeIfAbsent(payee, unused -> new ArrayList<>()).add(agreement));
    }
  }

  /** Every line as a payment, by date, file and line. */
  List<Payment> link(List<Found> lines) {
    return lines.stream().map(this::link).sorted(READING_ORDER).toList();
  }

  /** Lines that their agreement contradicts, in sentences, by place. */
  List<String> warnings() {
    return List.copyOf(warningsByEnglish.values());
  }

  private Payment link(Found found) {
    LedgerLine line = found.line().line();
    if (!(found.line().classification().answer() instanceof Answer.Of of)) {
      throw new IllegalArgumentException(line.at() + ": a line of the topic has a category");
    }
    Optional<Agreement> agreement = byReference(line).or(() -> byOrganisation(line, of.category()));
    String organisation =
        agreement
            .map(one -> one.contract().organisation().name())
            .orElseGet(() -> organisations.name(line.particulars()));
    return new Payment(
        found.exportDigest(),
        found.line(),
        agreement.map(one -> category(one, line, of.category())).orElse(of.category()),
        organisation,
        agreement.map(Agreement::reference).orElse(""));
  }

  private Optional<Agreement> byReference(LedgerLine line) {
    return Optional.ofNullable(byReference.get(levelled(line.particulars().contract())));
  }

  private Optional<Agreement> byOrganisation(LedgerLine line, Category category) {
    List<Agreement> fitting =
        byPayee.getOrDefault(organisations.key(line.particulars()), List.of()).stream()
            .filter(one -> one.contract().term().covers(line.date()))
            .filter(one -> !contradicts(one, category))
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  /** The organisation itself, and the body that pays it on this body's behalf. */
  private Set<String> payees(Contract contract) {
    String lead = contract.links().leadBody();
    Set<String> payees = new HashSet<>();
    payees.add(organisations.key(contract.organisation()));
    if (!lead.isEmpty()) {
      payees.add(organisations.key(new Contract.Organisation(lead, "")));
    }
    return payees;
  }

  /** What the body's register says of an agreement outweighs what the rules make of a line. */
  private Category category(Agreement agreement, LedgerLine line, Category found) {
    if (!agreement.isOfOneCategory()) {
      return found;
    }
    Category agreed = agreement.categories().get(0);
    if (contradicts(agreement, found)) {
      Function<Wording, String> says =
          in ->
              in.say(
                  "warning.line",
                  line.at().toString(),
                  in.heading(found),
                  agreement.reference(),
                  in.heading(agreed));
      warningsByEnglish.put(says.apply(Wording.english()), says.apply(wording));
    }
    return agreed;
  }

  private static boolean contradicts(Agreement agreement, Category found) {
    return agreement.isOfOneCategory()
        && !found.equals(Category.NOT_BROKEN_DOWN)
        && !agreement.categories().contains(found);
  }

  private static String levelled(String reference) {
    return reference.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
  }
}
