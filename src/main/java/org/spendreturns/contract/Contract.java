package org.spendreturns.contract;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.spendreturns.ledger.SourceRef;

/**
 * A row of a contract register: an agreement, or money that is no award and is recorded as what it
 * is.
 *
 * @param at its row
 * @param reference the body's own reference; unique in a register
 * @param kind what it is
 * @param organisation who was awarded it; for a pool or fund, who holds it; the name may be empty
 *     for what is no award
 * @param service what for, in the register's words
 * @param categories what the body says it is for
 * @param decision where the decision is recorded; empty if not on file
 * @param term its dates
 * @param price its sums
 * @param links other agreements and bodies that it hangs on
 * @param note what is to be told beside it, the register's own remark last; empty if none
 * @param discretion what of the row may name or place a person
 */
public record Contract(
    SourceRef at,
    String reference,
    Kind kind,
    Organisation organisation,
    String service,
    CategoryShares categories,
    Optional<Decision> decision,
    Term term,
    Price price,
    Links links,
    String note,
    Discretion discretion) {

  /** A row that withholds nothing, and whose note is the register's own remark. */
  public Contract(
      SourceRef at,
      String reference,
      Kind kind,
      Organisation organisation,
      String service,
      CategoryShares categories,
      Optional<Decision> decision,
      Term term,
      Price price,
      Links links,
      String note) {
    this(
        at,
        reference,
        kind,
        organisation,
        service,
        categories,
        decision,
        term,
        price,
        links,
        note,
        new Discretion(note, false, false));
  }

  /** What a row of a register is. Only contracts and grants are awards, and are totalled. */
  public enum Kind {
    /** A contract for a service. */
    CONTRACT,
    /** A grant. */
    GRANT,
    /** A budget of several purposes, the topic among them. */
    POOL,
    /** A fund that is no spend on the topic, named so that nobody takes it for such. */
    FUND,
    /** A sum set aside, or to be shared out: nobody in particular has been awarded it. */
    POT,
    /** An invitation to tender, or approval to procure: nobody has been awarded anything yet. */
    TENDER,
    /** Money that somebody asked for. */
    BID,
    /** Money that came in. */
    INCOME;

    /** Whether somebody was awarded something. */
    public boolean isAward() {
      return this == CONTRACT || this == GRANT;
    }

    /** As a register writes it: {@code contract}. */
    public String written() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An organisation.
   *
   * @param name as the register has it
   * @param registration its charity or company number; empty if not on file
   */
  public record Organisation(String name, String registration) {}

  /**
   * The record of the decision.
   *
   * @param title as {@code Executive Order 44}
   * @param address where it can be read; empty if not on file
   * @param dated its date
   */
  public record Decision(String title, String address, Optional<LocalDate> dated) {}

  /**
   * Other agreements and bodies.
   *
   * @param parent reference of the agreement whose value includes this one's; empty if none
   * @param leadBody the body that pays the organisation on behalf of this one; empty if none
   */
  public record Links(String parent, String leadBody) {
    /** No link. */
    public static final Links NONE = new Links("", "");
  }

  /**
   * What of a row may name or place a person.
   *
   * @param remark the part of the note that somebody wrote freely: its end
   * @param withholdsName whether the organisation's name is a person's, and is withheld
   * @param withholdsAddress whether nobody may be told where it is: a refuge, a referral centre
   * @param decided who decided that, and when; empty if the register does not say
   */
  public record Discretion(
      String remark, boolean withholdsName, boolean withholdsAddress, Optional<Decided> decided) {

    /** Of which nobody is on record. */
    public Discretion(String remark, boolean withholdsName, boolean withholdsAddress) {
      this(remark, withholdsName, withholdsAddress, Optional.empty());
    }
  }

  /**
   * That something of a row is withheld.
   *
   * @param who decided it; kept on file, not in a return
   * @param when the day on which it was decided
   */
  public record Decided(String who, LocalDate when) {}
}
