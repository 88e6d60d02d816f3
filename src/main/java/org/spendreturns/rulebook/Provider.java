package org.spendreturns.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An organisation known to offer services of the topic.
 *
 * @param id as answers name it: {@code P-safeline}
 * @param name its present name
 * @param registrations charity and company numbers, {@code GB-CHC-1070854}
 * @param specialist whether it offers nothing else
 * @param alone what a payment to it is worth when the line says no more: sure of a specialist, at
 *     most a question of any other
 * @param category what a payment to it buys when the line does not say: a referral centre's own
 *     category; empty if its name does not tell
 * @param regions where it works, as the rulebook's regions are called; {@code National} confirms
 *     nothing
 * @param doubtedIn regions where it sells other things too, so that a person must ask
 * @param names every name it has in ledgers, the present one among them
 * @param source where these facts were read, and every name that does not say otherwise
 */
public record Provider(
    String id,
    String name,
    List<String> registrations,
    boolean specialist,
    Trust alone,
    Optional<Category> category,
    List<String> regions,
    List<String> doubtedIn,
    List<Name> names,
    String source) {

  /** Keeps its own copies. */
  public Provider {
    registrations = List.copyOf(registrations);
    regions = List.copyOf(regions);
    doubtedIn = List.copyOf(doubtedIn);
    names = List.copyOf(names);
  }

  /** By its id, which no other provider of a rulebook has. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /**
   * A name, and how far it can be trusted.
   *
   * @param text the name; in any letters, unless {@code asSpelled}
   * @param asSpelled whether only exactly these letters are the name: {@code RoSA} is one, {@code
   *     Rosa} a person
   * @param trust what the name is worth when it is all that the line gives
   * @param here what it is worth to a body of the provider's own region
   * @param from the first day it was used, if known
   * @param to the last day, if it is used no more
   * @param source where the name was read
   */
  public record Name(
      String text,
      boolean asSpelled,
      Trust trust,
      Trust here,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      String source) {

    /** A name that nobody else has. */
    public static Name sure(String text, String source) {
      return new Name(
          text, false, Trust.SURE, Trust.SURE, Optional.empty(), Optional.empty(), source);
    }

    /** Whether the name was in use on the day. */
    boolean isInUse(LocalDate day) {
      return from.map(first -> !day.isBefore(first)).orElse(true)
          && to.map(last -> !day.isAfter(last)).orElse(true);
    }
  }

  /** What a name is worth when nothing else in the line speaks for the topic. */
  public enum Trust {
    /** It can be nobody else. */
    SURE,
    /** Others have it too, and a person should ask which it is. */
    ASK,
    /** So many others have it that it says nothing. */
    NOTHING
  }
}
