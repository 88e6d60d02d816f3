package org.spendreturns.returns;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spendreturns.contract.ContractRegister;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.Outcome.Rejected;
import org.spendreturns.returns.Method.RulebookEdition;
import org.spendreturns.returns.Return.PlanDocument;
import org.spendreturns.rulebook.Answer;
import org.spendreturns.rulebook.Category;
import org.spendreturns.rulebook.Classification;
import org.spendreturns.rulebook.ClassifiedLine;

/**
 * All that was on file, at the instant of a return, about one body and one topic. Only documents
 * have an order that matters: a return lists them in it.
 *
 * @param exports every ledger export searched
 * @param ofTopic the lines that are of the topic, by rule or decision
 * @param forReview the lines that wait for a person
 * @param rejected the lines that were not understood, each with what the rules make of the words
 *     that could be read
 * @param registers the contract registers, one version each
 * @param unreadRegisters how many registers cannot be read as they were last laid in; the copy
 *     before may be among the registers
 * @param agreements what the rules make of the register's wording, by reference; an agreement
 *     without an entry is of the topic and not broken down
 * @param documents plans, strategies and other public documents
 * @param rulebook the edition by which lines and wording were judged
 * @param categories the rulebook's categories, in its order, without "not broken down"
 * @param quality what became of every line of every export, those that do not count among them
 * @param tables sums by year that the body itself gives, in the order in which a return shows them
 * @param names what is known of names, by which some are withheld
 */
public record OnFile(
    List<Export> exports,
    List<Found> ofTopic,
    List<Found> forReview,
    List<Unread> rejected,
    List<ContractRegister> registers,
    int unreadRegisters,
    Map<String, Classification> agreements,
    List<PlanDocument> documents,
    RulebookEdition rulebook,
    List<Category> categories,
    DataQuality quality,
    List<YearTable> tables,
    Names names) {

  /** Keeps its own copies. */
  public OnFile {
    exports = List.copyOf(exports);
    ofTopic = List.copyOf(ofTopic);
    forReview = List.copyOf(forReview);
    rejected = List.copyOf(rejected);
    registers = List.copyOf(registers);
    agreements = Map.copyOf(agreements);
    documents = List.copyOf(documents);
    categories = List.copyOf(categories);
    tables = List.copyOf(tables);
  }

  /**
   * What is known of names.
   *
   * @param organisations names of organisations, as of a rulebook's providers
   * @param asSpelled names that are an organisation's in exactly these letters, and else may be
   *     anybody's
   * @param withheld names that a register withholds
   * @param decisions what persons decided of single names, in any order
   * @param bodies names of public bodies, which nothing withholds: those whose returns are added to
   *     this one
   */
  public record Names(
      Set<String> organisations,
      Set<String> asSpelled,
      Set<String> withheld,
      List<NameDecision> decisions,
      Set<String> bodies) {
    /** Nothing is known. */
    public static final Names NONE = new Names(Set.of(), Set.of(), Set.of(), List.of(), Set.of());

    /** Keeps its own copies. */
    public Names {
      organisations = Set.copyOf(organisations);
      asSpelled = Set.copyOf(asSpelled);
      withheld = Set.copyOf(withheld);
      decisions = List.copyOf(decisions);
      bodies = Set.copyOf(bodies);
    }
  }

  /** An export: its name, the SHA-256 of its bytes in lower-case hex, and its account. */
  public record Export(String file, String digest, ControlTotals totals) {}

  /** A line and the digest of the export that holds it. */
  public record Found(String exportDigest, ClassifiedLine line) {}

  /**
   * A line that was not understood.
   *
   * @param exportDigest of the export that holds it
   * @param line its place, reason, message and readable words
   * @param classification what the rules make of those words
   * @param withoutPayee whether no supplier's name could be read, so that it may be of any topic
   */
  public record Unread(
      String exportDigest, Rejected line, Classification classification, boolean withoutPayee) {
    /** Such a line; whether it names a payee, its words say. */
    public static Unread of(String exportDigest, Rejected line, Classification classification) {
      boolean withoutPayee = line.particulars().supplier().isEmpty();
      return new Unread(exportDigest, line, classification, withoutPayee);
    }

    /** Whether it may be of the topic, as far as it could be read. */
    public boolean mayBeOfTopic() {
      return withoutPayee || !(classification.answer() instanceof Answer.NotTopic);
    }
  }
}
