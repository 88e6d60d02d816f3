package org.spendreturns.returns;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.calendar.WorkingDays;

/**
 * A request for information, as received.
 *
 * @param reference the body's own reference
 * @param bodyId the body that it was sent to
 * @param topicId the topic that it asks about
 * @param title what it asks about, as the return's title begins
 * @param received the day it was received; empty if not on file
 * @param years the financial years it asks about, ascending
 * @param questions in its order
 */
public record Request(
    String reference,
    String bodyId,
    String topicId,
    String title,
    Optional<LocalDate> received,
    List<FinancialYear> years,
    List<Question> questions) {

  /** Keeps its own copies. */
  public Request {
    years = years.stream().sorted().toList();
    questions = List.copyOf(questions);
  }

  /**
   * The last day on which the answer is in time: the twentieth working day after its receipt.
   *
   * @return empty if the day of receipt is not on file
   * @see "Freedom of Information Act 2000, section 10(1)"
   */
  public Optional<LocalDate> due(WorkingDays days) {
    return received.map(day -> days.after(day, WorkingDays.TO_ANSWER_A_REQUEST));
  }

  /** What a question asks for, by which it can be answered from what is on file. */
  public enum Asks {
    /** Which contracts and grants were awarded. */
    AGREEMENTS,
    /** To whom. */
    ORGANISATIONS,
    /** How much. */
    AMOUNTS,
    /** From when to when, and how much in each year. */
    DURATION,
    /** For which category of service. */
    CATEGORIES,
    /** Plans, strategies and other public documents. */
    DOCUMENTS,
    /** Something that the return's figures do not answer. */
    OTHER
  }

  /**
   * A question.
   *
   * @param number as {@code 1.2}
   * @param asks what it asks for
   * @param text as asked
   * @param refused why it is refused, if it is
   * @param answer the body's own answer to a question that figures do not answer; empty otherwise
   */
  public record Question(
      String number, Asks asks, String text, Optional<Refusal> refused, String answer) {}

  /**
   * A refusal.
   *
   * @param section of the Freedom of Information Act 2000, as {@code s.12}
   * @param because the reason, as a sentence
   */
  public record Refusal(String section, String because) {}
}
