package org.spendreturns.document;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.money.Money;
import org.spendreturns.returns.Figure;
import org.spendreturns.returns.Value;

/**
 * The words of a return in one language: the one place where a value becomes words or numbers that
 * a person reads.
 *
 * <p>Nothing here depends on the machine's locale or time zone; times are told in Europe/London.
 */
public final class Wording {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int PENCE_PER_POUND = 100;

  private final ResourceBundle bundle;
  private final Locale locale;

  private Wording(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            "org.spendreturns.document.wording",
            locale,
            Wording.class.getClassLoader(),
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  /** In English, as British bodies write it. */
  public static Wording english() {
    return new Wording(Locale.ENGLISH);
  }

  /** The language, as a document declares it: {@code en-GB}. */
  public String language() {
    return locale.getLanguage() + "-GB";
  }

  /** A value as a table shows it: a sum to the penny, or why there is none. */
  public String words(Value value) {
    if (value instanceof Value.Amount amount) {
      return money(amount.money());
    } else if (value instanceof Value.AtLeast atLeast) {
      return say("value.atLeast", money(atLeast.money()));
    } else if (value instanceof Value.Nil) {
      return say("value.nil");
    } else if (value instanceof Value.NotBrokenDown) {
      return say("value.notBrokenDown");
    } else if (value instanceof Value.NotSeparable part) {
      boolean saysPool = part.pool().toLowerCase(Locale.ROOT).contains("pool");
      return say(saysPool ? "value.notSeparable" : "value.notSeparable.pool", part.pool());
    } else if (value instanceof Value.NotHeld elsewhere) {
      return say("value.notHeld", elsewhere.holder());
    } else if (value instanceof Value.NoRecords none) {
      return none.missing().isEmpty()
          ? say("value.noRecords")
          : say("value.noRecords.missing", none.missing());
    } else if (value instanceof Value.Withheld withheld) {
      return say("value.withheld", withheld.section());
    }
    throw new IllegalArgumentException(value + " has no words");
  }

  /**
   * A value as running text says it: as {@link #words(Value)}, sums in pounds if they are whole.
   */
  String wordsInText(Value value) {
    if (value instanceof Value.Amount amount) {
      return moneyInText(amount.money());
    }
    return value instanceof Value.AtLeast atLeast
        ? say("value.atLeast", moneyInText(atLeast.money()))
        : words(value);
  }

  /** A figure as a table shows it: its value in words, then the marks of its notes. */
  public String words(Figure figure) {
    return Stream.concat(
            Stream.of(words(figure.value())), figure.notes().stream().map(this::noteMark))
        .collect(Collectors.joining(" "));
  }

  /** What the words of these values mean to a reader, each once; plain amounts need none. */
  List<Meaning> meanings(Collection<Value> values) {
    return Stream.of(Value.class.getPermittedSubclasses())
        .filter(kind -> kind != Value.Amount.class && values.stream().anyMatch(kind::isInstance))
        .map(kind -> kind.getSimpleName())
        .map(
            kind ->
                say("meaning." + kind.substring(0, 1).toLowerCase(Locale.ROOT) + kind.substring(1)))
        .map(text -> List.of(text.split("\\|", 2)))
        .map(parts -> new Meaning(parts.get(0), parts.get(1)))
        .toList();
  }

  /** A word of the tables, and what it means. */
  record Meaning(String word, String means) {}

  /** A sum to the penny: {@code £1,204,500.00}, {@code -£12.30}. */
  public String money(Money money) {
    return pounds(money, "#,##0.00");
  }

  /** A sum in running text: {@code £1,204,500} if it is whole pounds, else to the penny. */
  public String moneyInText(Money money) {
    return money.pence() % PENCE_PER_POUND == 0 ? pounds(money, "#,##0") : money(money);
  }

  private static String pounds(Money money, String pattern) {
    DecimalFormat format = new DecimalFormat(pattern, ukSymbols());
    String digits = format.format(BigDecimal.valueOf(money.pence(), 2).abs());
    return (money.pence() < 0 ? "-£" : "£") + digits;
  }

  /** How many, with commas: {@code 12,345}. */
  public String count(long number) {
    return new DecimalFormat("#,##0", ukSymbols()).format(number);
  }

  private static DecimalFormatSymbols ukSymbols() {
    DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setGroupingSeparator(',');
    symbols.setDecimalSeparator('.');
    return symbols;
  }

  /** A day: {@code 22 November 2012}. */
  public String date(LocalDate day) {
    return day.format(DateTimeFormatter.ofPattern("d MMMM uuuu", locale));
  }

  /** A month: {@code March 2014}. */
  public String month(YearMonth month) {
    return month.format(DateTimeFormatter.ofPattern("MMMM uuuu", locale));
  }

  /** An instant as London's clocks show it: {@code 23 November 2026, 18:05}. */
  public String instant(Instant instant) {
    return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", locale).format(instant.atZone(LONDON));
  }

  /** Years, first and last: {@code 2012-13 to 2014-15}; one year stands alone. */
  public String years(List<FinancialYear> years) {
    FinancialYear first = years.get(0);
    FinancialYear last = years.get(years.size() - 1);
    return first.equals(last)
        ? say("years.one", first.toString())
        : say("years.range", first.toString(), last.toString());
  }

  /** How a text points to a note: {@code [note 3]}. */
  public String noteMark(int note) {
    return say("note.mark", String.valueOf(note));
  }

  /**
   * The text under a key, filled in.
   *
   * @throws java.util.MissingResourceException if the language has no such text
   */
  String say(String key, String... filledIn) {
    String text = bundle.getString(key);
    return filledIn.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(filledIn);
  }
}
