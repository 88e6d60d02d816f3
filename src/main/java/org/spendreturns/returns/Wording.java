package org.spendreturns.returns;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.calendar.Period;
import org.spendreturns.money.Money;
import org.spendreturns.rulebook.Category;

/**
 * The words of a return in one language: the one place where a value becomes words or numbers that
 * a person reads, and where the program's own sentences come from.
 *
 * <p>Nothing here depends on the machine's locale or time zone, nor on the names of months that a
 * Java version knows; times are told in Europe/London.
 */
public final class Wording {

  /** Says what stands for the description of a service whose address is withheld. */
  static final String WITHHELD_SERVICE = "service.addressWithheld";

  /** Says what stands for a withheld name, if the body does not say it otherwise. */
  static final String MARKER = "marker";

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Wording ENGLISH = new Wording(Language.EN, Map.of());

  private final ResourceBundle bundle;
  private final Language language;
  private final Map<String, String> ownTexts;

  private Wording(Language language, Map<String, String> ownTexts) {
    this.language = language;
    this.ownTexts = Map.copyOf(ownTexts);
    this.bundle =
        ResourceBundle.getBundle(
            "org.spendreturns.returns.wording",
            language == Language.EN ? Locale.ROOT : Locale.forLanguageTag(language.code()),
            Wording.class.getClassLoader(),
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  /** In English, as British bodies write it. */
  public static Wording english() {
    return ENGLISH;
  }

  /**
   * In a language.
   *
   * @param ownTexts what the body, its requests and the rulebook give in that language, by the
   *     English text that it stands for; nothing else of theirs is translated
   */
  public static Wording in(Language language, Map<String, String> ownTexts) {
    return language == Language.EN ? ENGLISH : new Wording(language, ownTexts);
  }

  /** The language, as files are named by it: {@code en}. */
  public String code() {
    return language.code();
  }

  /** Whether it is English, in which every text of a body stands. */
  public boolean isEnglish() {
    return language == Language.EN;
  }

  /** The language, as a document declares it: {@code en-GB}. */
  public String language() {
    return language.code() + "-GB";
  }

  /**
   * A text of the body, a request, the rulebook or a register: in this language if they give it so;
   * else as it stands, marked as a {@link Passage} in English.
   */
  public String own(String text) {
    if (language == Language.EN) {
      return text;
    }
    return Stream.of(WITHHELD_SERVICE, MARKER) // ours, put where the body's texts stand
        .filter(key -> text.equals(ENGLISH.say(key)))
        .findFirst()
        .map(this::say)
        .or(() -> Optional.ofNullable(ownTexts.get(text)))
        .orElseGet(() -> Passage.inEnglish(text));
  }

  /** A proper name: in this language if the body gives it so, else as it stands. */
  public String name(String name) {
    return ownTexts.getOrDefault(name, name);
  }

  /** Numeral and title of a category, as a table shows them. */
  public String heading(Category category) {
    return category.equals(Category.NOT_BROKEN_DOWN)
        ? say("category.notBrokenDown")
        : new Category(category.id(), category.numeral(), own(category.title())).heading();
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
      String kind = part.pool().isEmpty() ? ".unnamed" : saysPool ? "" : ".pool";
      return say("value.notSeparable" + kind, own(part.pool()));
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
  public String wordsInText(Value value) {
    if (value instanceof Value.Amount amount) {
      return moneyInText(amount.money());
    }
    return value instanceof Value.AtLeast atLeast
        ? say("value.atLeast", moneyInText(atLeast.money()))
        : words(value);
  }

  /** A value as a part of a sentence, which says itself what is on file and what is not. */
  public String wordsInSentence(Value value) {
    if (value instanceof Value.NotSeparable pooled && !pooled.pool().isEmpty()) {
      return say("value.notSeparable", own(pooled.pool()));
    } else if (value instanceof Value.NoRecords none && !none.missing().isEmpty()) {
      return none.missing();
    } else if (value instanceof Value.Withheld withheld) {
      return say("value.withheld.inSentence", withheld.section());
    }
    return wordsInText(value);
  }

  /** A figure as a table shows it: its value in words, then the marks of its notes. */
  public String words(Figure figure) {
    return Stream.concat(
            Stream.of(words(figure.value())), figure.notes().stream().map(this::noteMark))
        .collect(Collectors.joining(" "));
  }

  /** What the words of these values mean to a reader, each once; plain amounts need none. */
  public List<Meaning> meanings(Collection<Value> values) {
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
  public record Meaning(String word, String means) {}

  /** A sum to the penny: {@code £1,204,500.00}, {@code -£12.30}. */
  public String money(Money money) {
    return money.inPounds();
  }

  /** A sum in running text: {@code £1,204,500} if it is whole pounds, else to the penny. */
  public String moneyInText(Money money) {
    String toThePenny = money.inPounds();
    return toThePenny.endsWith(".00")
        ? toThePenny.substring(0, toThePenny.length() - ".00".length())
        : toThePenny;
  }

  /** How many, with commas: {@code 12,345}. */
  public String count(long number) {
    return new DecimalFormat("#,##0", ukSymbols()).format(number);
  }

  /** A text of two forms, the key's own for many and {@code .one} for one: {@code 1,204 lines}. */
  public String counted(String key, long number) {
    return say(number == 1 ? key + ".one" : key, count(number));
  }

  private static DecimalFormatSymbols ukSymbols() {
    DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setGroupingSeparator(',');
    symbols.setDecimalSeparator('.');
    return symbols;
  }

  /** A day: {@code 22 November 2012}. */
  public String date(LocalDate day) {
    return day.getDayOfMonth() + " " + month(YearMonth.from(day));
  }

  /** A span of days, both told: {@code 1 April 2014 to 31 March 2015}. */
  public String days(Period period) {
    return say("span", date(period.start()), date(period.end()));
  }

  /** A month: {@code March 2014}. */
  public String month(YearMonth month) {
    return say("month." + month.getMonthValue()) + " " + month.getYear();
  }

  /** {@code March 2014}, or {@code April 2013 to June 2013} for months in a row. */
  public String months(Collection<YearMonth> months) {
    List<YearMonth> sorted = months.stream().sorted().toList();
    List<String> runs = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size() || !sorted.get(i).equals(sorted.get(i - 1).plusMonths(1))) {
        runs.add(run(sorted.get(first), sorted.get(i - 1)));
        first = i;
      }
    }
    return and(runs);
  }

  private String run(YearMonth first, YearMonth last) {
    return first.equals(last) ? month(first) : say("span", month(first), month(last));
  }

  /** An instant as London's clocks show it: {@code 23 November 2026, 18:05}. */
  public String instant(Instant instant) {
    DateTimeFormatter clock = DateTimeFormatter.ofPattern(", HH:mm", Locale.ROOT);
    return day(instant) + clock.format(instant.atZone(LONDON));
  }

  /** The day of an instant, by London's calendar: {@code 23 November 2026}. */
  public String day(Instant instant) {
    return date(LocalDate.ofInstant(instant, LONDON));
  }

  /** Years, first and last: {@code 2012-13 to 2014-15}; one year stands alone. */
  public String years(List<FinancialYear> years) {
    FinancialYear first = years.get(0);
    FinancialYear last = years.get(years.size() - 1);
    return first.equals(last)
        ? say("years.one", first.toString())
        : say("years.range", first.toString(), last.toString());
  }

  /** Things in a row: {@code a}, {@code a and b}, {@code a, b and c}. */
  public String and(List<String> things) {
    int last = things.size() - 1;
    return last < 1
        ? String.join("", things)
        : say(
            "list.and",
            String.join(say("list.between"), things.subList(0, last)),
            things.get(last));
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
  public String say(String key, String... filledIn) {
    String text = bundle.getString(key);
    return filledIn.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(filledIn);
  }
}
