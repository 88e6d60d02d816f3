package org.spendreturns.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A body's ledgers and registers, with the {@link PlantedNames} in every place of them. */
final class PlantedInput {

  private PlantedInput() {}

  /**
   * A release without a number of the supplier: nothing in it says that the supplier is a person.
   */
  static final String NOTICES =
      """
      {"releases": [{"ocid": "ocds-b5fd17-1", "id": "1", "date": "2013-04-01T00:00:00Z",
        "tag": ["contract"], "initiationType": "tender",
        "parties": [{"id": "P-1", "name": "%1$s", "roles": ["supplier"]}],
        "awards": [{"id": "1", "status": "active", "date": "2013-04-01T00:00:00Z",
          "title": "Counselling after sexual violence", "value": {"amount": 7, "currency": "GBP"},
          "suppliers": [{"id": "P-1", "name": "%1$s"}],
          "contractPeriod": {"startDate": "2013-04-01T00:00:00Z",
            "endDate": "2014-03-31T00:00:00Z"}}]}]}
      """;

  /** An export whose sheet is called after who is paid in it, with a total that it prints. */
  static void workbook(Path file, String payee, String other) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      sheet(book, payee, payee, "13.00");
      sheet(book, other, "Safeline", "17.00");
      book.write(out);
    }
  }

  private static void sheet(XSSFWorkbook book, String name, String payee, String amount) {
    Sheet sheet = book.createSheet(name);
    List<List<String>> rows =
        List.of(
            List.of("Payment Date", "Supplier Name", "Purpose of Spend", "Net Amount"),
            List.of("02/05/2013", payee, "Counselling after sexual violence", amount),
            List.of("", "Total", "", "99.00"));
    for (int row = 0; row < rows.size(); row++) {
      Row cells = sheet.createRow(row);
      for (int cell = 0; cell < rows.get(row).size(); cell++) {
        cells.createCell(cell).setCellValue(rows.get(row).get(cell));
      }
    }
  }

  /** An export of the next day: the second edition tells what has changed. */
  static String later() {
    return "Payment Date,Supplier Name,Purpose of Spend,Net Amount\n"
        + "03/06/2013,%s,Counselling after sexual violence,21.00\n"
            .formatted(PlantedNames.plain(33))
        + "04/06/2013,Safeline,Counselling after sexual violence,22.00\n";
  }

  static String ledger() {
    StringBuilder csv = new StringBuilder();
    csv.append("Prepared by ").append(PlantedNames.written(0)).append(",,,,,,\n");
    csv.append("Payment Date,Supplier Name,Purpose of Spend,Expense Type,Expense Area,")
        .append("Contract Reference,Net Amount\n");
    for (int number = 0; number < 200; number++) {
      csv.append(line(number, PlantedNames.written(number))).append('\n');
    }
    return csv.toString();
  }

  private static String line(int number, String name) {
    String date = "%02d/%02d/2013".formatted(1 + number % 28, 4 + number % 9);
    String service = "Counselling after sexual violence";
    String training = "Sexual violence training for officers";
    return switch (number % 8) {
      case 0 -> cells(date, name, service, "Services", "Victims", "", "100.00");
      case 1 -> cells(date, name, training, "Training", "Victims", "", "50.00");
      case 2 -> cells(date, "Safeline", service + " of " + name, name, name, name, "10.00");
      case 3 -> cells(name, "Acme Ltd", service, "Services", "Victims", "", "5.00");
      case 4 -> cells(date, name, service, "Services", "Victims", "", name);
      case 5 -> "\"" + name + "\",\"" + service + "\"";
      case 6 -> cells(date, name, "Locks", "Security", "Estates", "", "7.00");
      default -> cells(date, name, name + ", " + service, "Services", "Victims", "A-7", "3.00");
    };
  }

  static String register() {
    StringBuilder csv = new StringBuilder();
    csv.append("reference,kind,organisation,service,category,withhold,value,")
        .append("no value because,start,end,note,decision,co-funders,lead body\n");
    for (int number = 0; number < 200; number++) {
      csv.append(row(number)).append('\n');
    }
    return csv.toString();
  }

  private static String row(int number) {
    String name = PlantedNames.written(number);
    String titled = PlantedNames.titled(number);
    String id = "A-" + number;
    String plain = PlantedNames.plain(number);
    return switch (number % 7) {
      case 0 ->
          cells(
              id,
              "contract",
              "Willow Ltd",
              "Advice",
              "",
              "",
              "10",
              "",
              D1,
              D2,
              name,
              plain,
              plain + ": 5",
              plain);
      case 1 ->
          cells(
              "GRANT-" + name.replaceAll("[^\\p{L}]+", "-"),
              "grant",
              name,
              "Advice",
              "ADVOCACY",
              "name",
              "10",
              "",
              D1,
              D2,
              "",
              "",
              "",
              "");
      case 2 ->
          cells(
              id,
              "grant",
              titled,
              "Advice for " + titled,
              "FORENSIC",
              "",
              "5",
              "",
              D1,
              D2,
              "",
              "",
              "",
              "");
      case 3 ->
          cells(id, "contract", "Larch Ltd", "Advice", name, "", "10", "", D1, D2, "", "", "", "");
      case 4 ->
          cells(
              id,
              "contract",
              plain,
              "Advice",
              "ADVOCACY",
              "",
              "",
              "not on file: ask " + plain,
              D1,
              D2,
              "",
              "",
              "",
              "");
      case 5 ->
          cells(
              id,
              "contract",
              "Elm Ltd",
              "Refuge at " + PlantedNames.surname(number) + " Cottage",
              "FACE_TO_FACE",
              "address",
              "",
              "not on file: ask " + titled,
              D1,
              D2,
              "Ask for " + name,
              plain,
              "",
              "");
      default ->
          cells(id, "pool", "", "Fund of " + titled, "", "", "9", "", D1, D2, name, "", "", "");
    };
  }

  private static final String D1 = "2013-04-01";
  private static final String D2 = "2014-03-31";

  private static String cells(String... cells) {
    return Stream.of(cells).map(cell -> "\"" + cell + "\"").collect(Collectors.joining(","));
  }
}
