package org.spendreturns.returns;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.Outcome.Rejected;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;
import org.spendreturns.rulebook.Measure;
import org.spendreturns.rulebook.Rulebook;

/**
 * How a return was made: what was searched, how lines were chosen, and that the sums agree.
 *
 * @param exports the ledgers searched, in the order of their first month, then name
 * @param registers the contract registers used
 * @param missingMonths months of the return's years, within the body's own time, in which no export
 *     has an accepted line
 * @param rulebook the edition that chose the lines
 * @param rules what decided the lines in the tables: each line counts once, with all that decided
 *     it
 * @param chain from the sum of all ledgers to the sum in the tables, step by step
 * @param rejected lines that were not understood and fall within the return's exports
 * @param forReview lines that the rules could not settle and no person has settled yet
 * @param warnings printed totals that do not agree, and the like, in sentences
 * @param redacted what the return does not tell, by reason and by what decided it
 * @param quality what became of every line of every export on file
 */
public record Method(
    List<Export> exports,
    List<Register> registers,
    List<YearMonth> missingMonths,
    RulebookEdition rulebook,
    List<RuleUse> rules,
    List<Step> chain,
    List<RejectedLine> rejected,
    List<ForReview> forReview,
    List<String> warnings,
    List<Redacted> redacted,
    DataQuality quality) {

  /** Keeps its own copies. */
  public Method {
    exports = List.copyOf(exports);
    registers = List.copyOf(registers);
    missingMonths = List.copyOf(missingMonths);
    rules = List.copyOf(rules);
    chain = List.copyOf(chain);
    rejected = List.copyOf(rejected);
    forReview = List.copyOf(forReview);
    warnings = List.copyOf(warnings);
    redacted = List.copyOf(redacted);
  }

  /** The same, of a return that tells everything but this. */
  Method without(List<Redacted> withheld) {
    return new Method(
        exports,
        registers,
        missingMonths,
        rulebook,
        rules,
        chain,
        rejected,
        forReview,
        warnings,
        withheld,
        quality);
  }

  /**
   * A ledger export that was searched.
   *
   * @param file its name
   * @param digest SHA-256 of its bytes, lower-case hex
   * @param totals its account
   * @param first date of its earliest accepted line; empty if it has none
   * @param last date of its latest
   */
  public record Export(
      String file,
      String digest,
      ControlTotals totals,
      Optional<YearMonth> first,
      Optional<YearMonth> last) {}

  /** A contract register that was used: its name, digest, and rows accepted and rejected. */
  public record Register(String file, String digest, long accepted, long rejected) {}

  /**
   * The rulebook's edition.
   *
   * @param name as {@code sexual-violence 2026-11}
   * @param digest SHA-256 of its bytes, lower-case hex
   * @param inForceFrom the day from which it is used
   * @param measured how well it answers; empty if that was not measured
   * @param says what its rules say, by id: those that answered the lines of a return, or all
   */
  public record RulebookEdition(
      String name,
      String digest,
      LocalDate inForceFrom,
      List<Measure> measured,
      List<RuleWords> says) {

    /** Keeps its own copies. */
    public RulebookEdition {
      measured = List.copyOf(measured);
      says = List.copyOf(says);
    }

    /** Without the words of its rules. */
    public RulebookEdition(
        String name, String digest, LocalDate inForceFrom, List<Measure> measured) {
      this(name, digest, inForceFrom, measured, List.of());
    }

    /** As it was read, with the words of all its rules. */
    public static RulebookEdition of(Rulebook rulebook) {
      return new RulebookEdition(
          rulebook.name(),
          rulebook.digest(),
          rulebook.inForceFrom(),
          rulebook.measured(),
          rulebook.rules().stream().map(rule -> new RuleWords(rule.id(), rule.because())).toList());
    }

    /** The same edition, with these words of its rules. */
    RulebookEdition saying(List<RuleWords> words) {
      return new RulebookEdition(name, digest, inForceFrom, measured, words);
    }

    /** What a rule says; empty if that is not told. */
    public String words(String rule) {
      return says.stream()
          .filter(each -> each.rule().equals(rule))
          .map(RuleWords::words)
          .findFirst()
          .orElse("");
    }
  }

  /** A rule, provider, code or decision by its id, and what it says in words. */
  public record RuleWords(String rule, String words) {}

  /**
   * The lines that the same rules decided together.
   *
   * @param rules all that decided them, by id
   * @param lines how many: a line stands with one set of rules only
   * @param amount their sum
   */
  public record RuleUse(List<String> rules, long lines, Money amount) {
    /** Keeps its own copy. */
    public RuleUse {
      rules = List.copyOf(rules);
    }
  }

  /**
   * A step of the reconciliation.
   *
   * @param title what is taken away or left: "All accepted lines", "less: not of the topic"
   * @param lines how many; what is taken away is negative
   * @param amount their sum; what is taken away is negative
   * @param isSum whether this is a sum of the steps above it
   */
  public record Step(String title, long lines, Money amount, boolean isSum) {}

  /**
   * A rejected line, by place and message; the message names the cell and not the whole line.
   *
   * @param mayCount whether the words that could be read leave it open that it is of the topic
   */
  public record RejectedLine(String exportDigest, Rejected line, boolean mayCount) {}

  /** A line that waits for a person: its place, supplier and amount, and the question to settle. */
  public record ForReview(
      SourceRef at, LocalDate date, String supplier, Money amount, String question) {}
}
