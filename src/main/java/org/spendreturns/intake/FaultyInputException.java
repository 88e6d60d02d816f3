package org.spendreturns.intake;

import java.util.List;

/**
 * A file that a person must mend before it can be used: refused whole, with every fault found.
 *
 * <p>Each fault is a message of place, thing found, thing expected, and remedy where one exists; it
 * is fit to be shown to the person as it is.
 */
public final class FaultyInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  /** Of one fault. */
  public FaultyInputException(String fault) {
    this(List.of(fault));
  }

  /**
   * Of all the faults of a file.
   *
   * @param faults at least one, in file order
   */
  public FaultyInputException(List<String> faults) {
    super(String.join("\n", faults));
    this.faults = List.copyOf(faults);
  }

  /** The faults, in file order. */
  public List<String> faults() {
    return faults;
  }
}
