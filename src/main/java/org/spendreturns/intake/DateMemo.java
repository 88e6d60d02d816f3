package org.spendreturns.intake;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * The months of dates as they stand in a file's bytes: each spelling is read once by {@link
 * DateText}, for a ledger has few different dates. Not for two threads.
 */
final class DateMemo {

  /** What is no date, or one that must be looked at. */
  static final int NO_MONTH = -1;

  /** January of this year is month 0. */
  static final int FIRST_YEAR = 1990;

  /** To December 2099. */
  static final int MONTHS = 12 * 110;

  private static final int REMEMBERED_LENGTH = 16;
  private static final int PLACES = 1 << 13;

  private final Dating dating;
  private final long[] heads = new long[PLACES];
  private final long[] tails = new long[PLACES];
  private final short[] months = new short[PLACES];
  private int remembered;

  DateMemo(Dating dating) {
    this.dating = dating;
  }

  /** The month of a date, counted from {@link #FIRST_YEAR}, or {@link #NO_MONTH}. */
  int month(byte[] ascii, int from, int to) {
    int length = to - from;
    if (length == 0 || length > REMEMBERED_LENGTH) {
      return read(ascii, from, to);
    }
    long head = 0; // the bytes are ASCII and none is NUL: two spellings never look the same
    long tail = 0;
    for (int at = from; at < Math.min(to, from + 8); at++) {
      head = head << 8 | ascii[at];
    }
    for (int at = from + 8; at < to; at++) {
      tail = tail << 8 | ascii[at];
    }
    long mixed = (head * 31 + tail) * 0x9E3779B97F4A7C15L;
    int place = (int) (mixed >>> 51);
    return heads[place] == head && tails[place] == tail
        ? months[place]
        : elsewhere(place, head, tail, ascii, from, to);
  }

  /**
   * Of a date that another one keeps from its place, or that is new. Apart from the usual way: what
   * happens there for the first time after it was compiled would have all of it compiled anew.
   */
  private int elsewhere(int first, long head, long tail, byte[] ascii, int from, int to) {
    int place = first;
    while (heads[place] != 0) {
      if (heads[place] == head && tails[place] == tail) {
        return months[place];
      }
      place = (place + 1) % PLACES;
    }
    int month = read(ascii, from, to);
    if (++remembered > PLACES / 2) {
      Arrays.fill(heads, 0);
      remembered = 1;
    }
    heads[place] = head;
    tails[place] = tail;
    months[place] = (short) month;
    return month;
  }

  private int read(byte[] ascii, int from, int to) {
    String text = new String(ascii, from, to - from, StandardCharsets.US_ASCII);
    if (!dating.isSettled() && DateText.undecided(text).isPresent()) {
      return NO_MONTH; // the first of its kind: it is looked at as evidence
    }
    Optional<LocalDate> date = dating.day(CellText.trimmed(text), false);
    return date.map(day -> 12 * (day.getYear() - FIRST_YEAR) + day.getMonthValue() - 1)
        .orElse(NO_MONTH);
  }
}
