package org.spendreturns.returns;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.HiddenParts;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;
import org.spendreturns.rulebook.Category;

/**
 * How far the ledgers on file can be relied on: what became of every line of every export, held
 * against the totals that exports print of themselves. It names files, places and sums, and never
 * what a line says or who decided.
 *
 * @param exports every export of the body on file, those that do not count among them, by the first
 *     month in which one has an accepted line, then name and digest
 * @param decided what people decided about how exports count, so far as it is in force, oldest
 *     first
 * @param settled what people decided about lines, so far as it is in force and settles any, by id
 */
public record DataQuality(List<Account> exports, List<Decided> decided, List<Settled> settled) {

  /** Nothing is on file. */
  public static final DataQuality NONE = new DataQuality(List.of(), List.of(), List.of());

  private static final String NO_MONTH = "9"; // after every year

  /** Keeps its own copies, in order. */
  public DataQuality {
    exports =
        exports.stream()
            .sorted(
                Comparator.comparing(Account::firstMonth)
                    .thenComparing(Account::file)
                    .thenComparing(Account::digest))
            .toList();
    decided = List.copyOf(decided);
    settled = settled.stream().sorted(Comparator.comparing(Settled::id)).toList();
  }

  /** Nothing was decided about lines. */
  public DataQuality(List<Account> exports, List<Decided> decided) {
    this(exports, decided, List.of());
  }

  /** The same, and what people decided about lines. */
  public DataQuality settling(List<Settled> decisions) {
    return new DataQuality(exports, decided, decisions);
  }

  /** Whether an export counts. */
  public enum Use {
    /** Its accepted lines are counted. */
    COUNTED,
    /** Another export counts in its place. */
    REPLACED,
    /** It could not be read as a whole. */
    SET_ASIDE,
    /** The same, and the body says that it holds no payments. */
    WITHOUT_PAYMENTS,
    /** Counted anew, it did not come to what was stored. */
    KEPT_OUT
  }

  /**
   * What became of an export's records.
   *
   * @param because the name of the export that counts in its place, or the kind of reason why it
   *     was set aside, as {@code UNKNOWN_LAYOUT}; else empty
   * @param totals as it counts: a line that another export gives is a duplicate; empty if it was
   *     set aside, for then nothing is known of its lines
   * @param printed the totals that it prints, in file order
   * @param identical its identical lines; empty if they were not looked for
   * @param elsewhere its lines that are counted elsewhere, by where
   * @param perhapsTwice its lines that may be the same payments as lines of another export, and are
   *     counted in both for nothing on file decides it, by that export
   */
  public record Account(
      String file,
      String digest,
      Use use,
      String because,
      Optional<ControlTotals> totals,
      List<Printed> printed,
      HiddenParts hidden,
      Optional<Identical> identical,
      List<Elsewhere> elsewhere,
      List<Elsewhere> perhapsTwice) {
    /** Keeps its own copies. */
    public Account {
      printed = List.copyOf(printed);
      elsewhere = List.copyOf(elsewhere);
      perhapsTwice = List.copyOf(perhapsTwice);
    }

    private String firstMonth() {
      return totals.stream()
          .flatMap(account -> account.byMonth().keySet().stream())
          .findFirst()
          .map(YearMonth::toString)
          .orElse(NO_MONTH);
    }

    /** How many of the totals that it prints differ from what was read. */
    public long differing() {
      return printed.stream().filter(total -> !total.agrees()).count();
    }
  }

  /**
   * A total that an export prints.
   *
   * @param at where it stands
   * @param printed what it says
   * @param read what the accepted lines come to: all above it, or those since the last total,
   *     whichever agrees
   */
  public record Printed(SourceRef at, Money printed, Money read) {
    /** What was read, less what is printed. */
    public Money difference() {
      return read.minus(printed);
    }

    /** Whether nothing is missing or too much. */
    public boolean agrees() {
      return read.equals(printed);
    }
  }

  /** Groups of identical lines within an export, and the lines in them. */
  public record Identical(long groups, long lines) {}

  /**
   * Lines that another export gives or may give, or that a person said are the same payment as one
   * above.
   *
   * @param file that other export, or the export itself
   */
  public record Elsewhere(String file, long lines, Money amount) {}

  /**
   * A decision in force.
   *
   * @param on the day, in {@code Europe/London}
   * @param said what was decided, by file and line
   * @param lines how many lines it moves into or out of the figures
   * @param amount their sum
   */
  public record Decided(String id, LocalDate on, String said, long lines, Money amount) {}

  /**
   * A decision in force about lines that rules found.
   *
   * @param on the day, in {@code Europe/London}
   * @param categories what the lines are by it: one category, several that share them, or none if
   *     they are not of the topic
   * @param lines how many lines of the exports that count it settles
   * @param amount their sum
   */
  public record Settled(
      String id, LocalDate on, List<Category> categories, long lines, Money amount) {
    /** Keeps its own copy. */
    public Settled {
      categories = List.copyOf(categories);
    }

    /** Whether it took the lines out of the topic. */
    public boolean isNotOfTopic() {
      return categories.isEmpty();
    }
  }

  /** The exports of which nobody knows what they hold. */
  public Stream<Account> unread() {
    return exports.stream()
        .filter(export -> export.use() == Use.SET_ASIDE || export.use() == Use.KEPT_OUT);
  }

  /** The account of all exports that count, and of those that others stand for. */
  public ControlTotals inAll() {
    return exports.stream()
        .filter(export -> export.use() == Use.COUNTED || export.use() == Use.REPLACED)
        .flatMap(export -> export.totals().stream())
        .reduce(ControlTotals.NONE, ControlTotals::plus);
  }
}
