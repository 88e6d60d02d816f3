package org.spendreturns.intake;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spendreturns.returns.Body;
import org.spendreturns.returns.Law;
import org.spendreturns.returns.Regime;

/** Reads the duties to publish that the program ships with, each with its dates and source. */
public final class Regimes {

  private static final String LIST = "regimes.csv";

  private Regimes() {}

  /** The law that the program ships with: these duties, and the bank holidays. */
  public static Law law() {
    return new Law(BankHolidays.shipped(), shipped());
  }

  /** The duties, in the list's order. */
  static List<Regime> shipped() {
    return rows(Regimes::regime);
  }

  /** What the list gives in Welsh too, by the English that it stands for. */
  public static Map<String, String> inWelsh() {
    Map<String, String> byEnglish = new LinkedHashMap<>();
    for (NamedCsvRecord row : rows(each -> each)) {
      for (String text : List.of("title", "asks")) {
        String welsh = row.getField(text + "-cy");
        if (!welsh.isEmpty()) {
          byEnglish.put(row.getField(text), welsh);
        }
      }
    }
    return byEnglish;
  }

  private static <T> List<T> rows(Function<NamedCsvRecord, T> reading) {
    List<T> rows = new ArrayList<>();
    try (InputStream list = Objects.requireNonNull(Regimes.class.getResourceAsStream(LIST), LIST);
        CsvReader<NamedCsvRecord> reader =
            CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(list, StandardCharsets.UTF_8)) {
      reader.forEach(row -> rows.add(reading.apply(row)));
    } catch (IOException fault) {
      throw new IllegalStateException(LIST + " cannot be read from the program's own jar", fault);
    }
    return List.copyOf(rows);
  }

  private static Regime regime(NamedCsvRecord row) {
    Set<Body.Kind> kinds =
        Arrays.stream(row.getField("kinds").split(" "))
            .map(kind -> Body.Kind.valueOf(kind.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toSet());
    String until = row.getField("until");
    return new Regime(
        row.getField("id"),
        row.getField("title"),
        kinds,
        LocalDate.parse(row.getField("from")),
        until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until)),
        row.getField("asks"),
        row.getField("source"),
        row.getField("read").equals("yes"));
  }
}
