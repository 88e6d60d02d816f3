package org.spendreturns.intake;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.TreeSet;
import org.spendreturns.calendar.WorkingDays;

/** Reads the bank holidays of the United Kingdom that the program ships with. */
public final class BankHolidays {

  private static final String LIST = "bank-holidays.csv";

  private BankHolidays() {}

  /** The working days of the years of the list, which names its sources. */
  public static WorkingDays shipped() {
    TreeSet<LocalDate> days = new TreeSet<>();
    try (InputStream list =
            Objects.requireNonNull(BankHolidays.class.getResourceAsStream(LIST), LIST);
        CsvReader<NamedCsvRecord> reader =
            CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(list, StandardCharsets.UTF_8)) {
      reader.forEach(holiday -> days.add(LocalDate.parse(holiday.getField("date"))));
    } catch (IOException fault) {
      throw new IllegalStateException(LIST + " cannot be read from the program's own jar", fault);
    }
    return new WorkingDays(days, days.first().getYear(), days.last().getYear());
  }
}
