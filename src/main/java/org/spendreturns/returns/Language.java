package org.spendreturns.returns;

import java.util.Locale;

/** A language in which a return can be told. */
public enum Language {
  /** English. */
  EN,
  /** Welsh. */
  CY;

  /** As files and documents write it: {@code cy}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
