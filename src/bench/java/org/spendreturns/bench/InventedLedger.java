package org.spendreturns.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * A large ledger, the same each time: twelve columns, about 208 bytes a line, eleven years of dates
 * in order. One line in 250 names a provider of the rulebook, every third holds a pound sign, one
 * in twenty has a quoted cell with a comma, and one in a hundred thousand no date.
 */
final class InventedLedger {

  static final String HEADER =
      "Body Name,Body Code,Payment Date,Transaction Number,Supplier Number,Supplier Name,"
          + "Net Amount,VAT,Purpose,Cost Centre,Expense Type,Contract Reference\n";

  private static final long SEED = 20150703;
  private static final LocalDate FIRST_DAY = LocalDate.of(2010, 4, 1);
  private static final int DAYS = 11 * 365;
  private static final List<String> NAMES =
      List.of(
          "Oundle",
          "Thrapston",
          "Corby",
          "Welland",
          "Harborough",
          "Kettering",
          "Nene",
          "Ise",
          "Brampton",
          "Raunds",
          "Desborough",
          "Rothwell",
          "Irthlingborough",
          "Finedon");
  private static final List<String> TRADES =
      List.of(
          "Building Services Ltd",
          "Residential Care",
          "Office Supplies plc",
          "Coaches",
          "Legal LLP",
          "Highways Maintenance",
          "Training Partnership",
          "Energy",
          "Fleet Repairs",
          "Catering");
  private static final List<String> PURPOSES =
      List.of(
          "Payments to external contractors for services rendered",
          "Equipment and furniture purchased for offices",
          "Repairs and maintenance of premises in the quarter",
          "Professional fees for advice on property matters",
          "Transport of pupils to and from school, autumn term",
          "Residential placements for adults under care plans");

  private InventedLedger() {}

  /** Writes the ledger of so many lines. */
  static void write(Path file, long lines, List<String> providers) throws IOException {
    Random random = new Random(SEED);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      out.write(HEADER.getBytes(StandardCharsets.UTF_8));
      StringBuilder line = new StringBuilder(300);
      for (long number = 0; number < lines; number++) {
        line.setLength(0);
        add(line, number, FIRST_DAY.plusDays(number * DAYS / lines), random, providers);
        out.write(line.toString().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static void add(
      StringBuilder line, long number, LocalDate day, Random random, List<String> providers) {
    line.append("Welland Vale County Council,E10000999,");
    if (random.nextInt(100_000) > 0) {
      two(line, day.getDayOfMonth());
      line.append('/');
      two(line, day.getMonthValue());
      line.append('/').append(day.getYear());
    }
    line.append(",T").append(1_000_000_000L + number);
    line.append(",V").append(400_000 + random.nextInt(90_000)).append(',');
    line.append(random.nextInt(250) == 0 ? of(providers, random) : supplier(random)).append(',');
    line.append(random.nextInt(40) == 0 ? "-" : "").append(random.nextInt(99_999)).append('.');
    two(line, random.nextInt(100));
    line.append(",0.00,");
    boolean quoted = random.nextInt(20) == 0;
    line.append(quoted ? "\"Ref " + random.nextInt(1_000) + ", " : "");
    line.append(of(PURPOSES, random).replace(",", quoted ? "," : ""));
    line.append(number % 3 == 0 ? " at £50 a day" : "").append(quoted ? "\"" : "");
    line.append(",Directorate of ").append(of(NAMES, random)).append(" and Environment,");
    line.append("Supplies and Services,CT-").append(10_000 + random.nextInt(9_999)).append('\n');
  }

  private static String supplier(Random random) {
    return of(NAMES, random) + " & " + of(NAMES, random) + " " + of(TRADES, random);
  }

  private static String of(List<String> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  private static void two(StringBuilder line, int number) {
    line.append(number < 10 ? "0" : "").append(number);
  }
}
