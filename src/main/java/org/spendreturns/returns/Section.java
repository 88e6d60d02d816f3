package org.spendreturns.returns;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.spendreturns.contract.Contract;
import org.spendreturns.ledger.Redaction;
import org.spendreturns.rulebook.Category;

/**
 * The organisations of one category (question 1): a row for each agreement, and one for each
 * organisation that was paid without an agreement on file.
 *
 * @param category the category, or not broken down
 * @param rows in the order of organisation, then start
 * @param awardedByYear totals of the rows, one a financial year, the same figures as the summary's
 * @param paidByYear totals of the rows, one a financial year, the same figures as the summary's
 */
public record Section(
    Category category, List<Row> rows, List<Figure> awardedByYear, List<Figure> paidByYear) {

  /** Keeps its own copies. */
  public Section {
    rows = List.copyOf(rows);
    awardedByYear = List.copyOf(awardedByYear);
    paidByYear = List.copyOf(paidByYear);
  }

  /**
   * An agreement, or payments without one.
   *
   * @param organisation who was awarded or paid
   * @param registration its charity or company number, as {@code GB-CHC-1156246}; empty if not
   *     known
   * @param service what for, in the register's words; empty for payments without an agreement
   * @param reference the agreement's reference; empty for payments without an agreement
   * @param decision the decision record, as {@code Executive Order 44}; empty if none
   * @param start first day; empty if not on file
   * @param end last day of the firm term; empty if not on file
   * @param awardedInAll the whole firm value, of all its years
   * @param awardedByYear one a financial year of the return
   * @param paidByYear one a financial year of the return
   * @param paidInAll over the return's years
   * @param deal what was agreed and when; empty for payments without an agreement
   */
  public record Row(
      String organisation,
      String registration,
      String service,
      String reference,
      String decision,
      Optional<LocalDate> start,
      Optional<LocalDate> end,
      Figure awardedInAll,
      List<Figure> awardedByYear,
      List<Figure> paidByYear,
      Figure paidInAll,
      Optional<Deal> deal) {
    /** Keeps its own copies. */
    public Row {
      awardedByYear = List.copyOf(awardedByYear);
      paidByYear = List.copyOf(paidByYear);
    }

    /** The day of the decision record; empty if not on file. */
    public Optional<LocalDate> decided() {
      return deal.flatMap(Deal::decided);
    }

    /** Where the decision record stands on the web; empty if that is not told. */
    public String decisionAddress() {
      return deal.map(Deal::decisionAddress).orElse("");
    }
  }

  /**
   * What an agreement is.
   *
   * @param kind a contract or a grant
   * @param awarded the day on which it was awarded; empty if not on file
   * @param decided the day of the decision record; empty if not on file
   * @param decisionAddress where the record stands on the web; empty if that is not on file, or
   *     nothing may be told of the organisation
   */
  public record Deal(
      Contract.Kind kind,
      Optional<LocalDate> awarded,
      Optional<LocalDate> decided,
      String decisionAddress) {

    /** Without a decision record. */
    public Deal(Contract.Kind kind, Optional<LocalDate> awarded) {
      this(kind, awarded, Optional.empty(), "");
    }

    /** What a register has of it. */
    static Deal of(Contract contract) {
      String address = contract.decision().map(Contract.Decision::address).orElse("");
      boolean isTold =
          address.matches("https?://.*")
              && !Redaction.isMarker(contract.organisation().name())
              && !contract.discretion().withholdsName()
              && !contract.discretion().withholdsAddress();
      return new Deal(
          contract.kind(),
          contract.term().awarded(),
          contract.decision().flatMap(Contract.Decision::dated),
          isTold ? address : "");
    }
  }
}
