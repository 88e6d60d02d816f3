package org.spendreturns.rulebook;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spendreturns.ledger.Particulars.Field;

/**
 * One test of a rulebook: phrases looked for in some fields, and what finding one says.
 *
 * @param id as answers name it: {@code SV-110}
 * @param says what a phrase found says of the line
 * @param category the category it says; empty if it says none
 * @param in the fields in which its phrases count
 * @param phrases whole words, in any letters; found if one of them is
 * @param asSpelled phrases that count only in exactly these letters, {@code WiSE} and not {@code
 *     wise}
 * @param then if not empty, the words count only if one of these follows in the same clause of the
 *     field; all between belongs to what is found
 * @param wordsBeforeThen how many words may stand between, at most
 * @param beside if not empty, one of these must stand in the same field too
 * @param unless none of these may stand in the line, in any field
 * @param outweighs ids of the rules that say nothing once this one speaks
 * @param question what a person is asked, if the rule puts the line up for review
 * @param source where the rule is taken from
 * @param because why an officer would sign it
 */
public record Rule(
    String id,
    Says says,
    Optional<Category> category,
    Set<Field> in,
    List<String> phrases,
    List<String> asSpelled,
    List<String> then,
    int wordsBeforeThen,
    List<String> beside,
    List<String> unless,
    Set<String> outweighs,
    String question,
    String source,
    String because) {

  /** How many words may stand between a phrase and what must follow it, if a rule does not say. */
  public static final int WORDS_BEFORE_THEN = 4;

  /** Keeps its own copies. */
  public Rule {
    in = Collections.unmodifiableSet(EnumSet.copyOf(in));
    phrases = List.copyOf(phrases);
    asSpelled = List.copyOf(asSpelled);
    then = List.copyOf(then);
    beside = List.copyOf(beside);
    unless = List.copyOf(unless);
    outweighs = Set.copyOf(outweighs);
  }

  /** By its id, which no other rule of a rulebook has. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** What a phrase found says of a line. */
  public enum Says {
    /** The line is of the topic; with a category, of that one. */
    TOPIC,
    /** What is bought, if other words or the payee make the line one of the topic. */
    ACTIVITY,
    /** Others than the topic's people benefit too, or alone. */
    OTHER,
    /** What follows in the same field is a part of what is bought, not the whole. */
    PART,
    /**
     * What follows in the same field says how it is done: parts of a whole that was named before.
     */
    DETAIL,
    /** What follows in the same field says where it is done, if a centre is named there. */
    PLACE,
    /**
     * What is bought may be no service to the topic's people: a person must look, if other words or
     * the payee make the line one of the topic and nothing tells the category.
     */
    DOUBT,
    /** A person must look, unless other words settle it. */
    REVIEW,
    /** The words found are no evidence: the name of a joint fund, a plant, a negation. */
    IGNORE
  }
}
