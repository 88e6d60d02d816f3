package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.ledger.Outcome;

/** Workbooks that open and hold what no ledger holds: each costs itself and nothing else. */
class HostileWorkbooksTest {

  private static final String NAMES = row("Date", "Supplier", "Amount");
  private static final String LINE = row("01/04/2014", "Kingfisher", "10.00");

  @TempDir Path folder;

  @Test
  void setsAsideAWorkbookThatSwells() throws IOException {
    Path bomb = workbook("", NAMES + " ".repeat(80 << 20) + LINE);
    assertThat(Files.size(bomb)).isLessThan(1 << 20);
    assertThatThrownBy(() -> read(bomb))
        .isInstanceOfSatisfying(
            SetAsideException.class,
            fault -> assertThat(fault.kind()).isEqualTo(SetAsideException.Kind.TOO_LARGE));
  }

  @Test
  void readsNothingThatAnEntityOfAWorkbookPointsTo() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
    String type = "<!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]>".formatted(secret.toUri());
    assertIsSetAside(workbook(type, NAMES + row("01/04/2014", "&e;", "10.00")));
    assertIsSetAside(
        ZippedLedgersTest.zip(
            folder,
            "mimetype",
            "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml",
            type + "<x>&e;</x>"));
  }

  private static void assertIsSetAside(Path file) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            SetAsideException.class,
            fault -> assertThat(fault.kind()).isEqualTo(SetAsideException.Kind.CORRUPT))
        .hasMessageNotContaining("the secret");
  }

  @Test
  void accountsForARowOfTwentyThousandColumns() throws IOException {
    Random random = new Random(7);
    StringBuilder cells = new StringBuilder("<row>");
    for (int i = 0; i < 20_000; i++) {
      cells.append("<c><v>").append(random.nextInt()).append("</v></c>");
    }
    assertThat(outcomes(workbook("", NAMES + LINE + cells + "</row>" + LINE)))
        .containsExactly("HEADER", "Accepted", "BAD_DATE", "Accepted");
  }

  @Test
  void setsAsideAWorkbookWithACellOfMegabytes() throws IOException {
    StringBuilder cell = new StringBuilder();
    Random random = new Random(7);
    for (int i = 0; i < 3 << 20; i++) {
      cell.append((char) ('a' + random.nextInt(26)));
    }
    Path file = workbook("", NAMES + row("01/04/2014", cell.toString(), "1.00") + LINE);
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(SetAsideException.class)
        .hasMessage(
            "book.xlsx: a cell of more than 1,048,576 characters; expected a ledger; shorten the"
                + " cell");
  }

  private static List<String> outcomes(Path file) {
    return read(file).stream().map(HostileWorkbooksTest::words).toList();
  }

  private static String words(Outcome outcome) {
    if (outcome instanceof Outcome.Rejected rejected) {
      return rejected.reason().name();
    }
    return outcome instanceof Outcome.Furniture beside
        ? beside.kind().name()
        : outcome.getClass().getSimpleName();
  }

  private static List<Outcome> read(Path file) {
    List<Outcome> outcomes = new ArrayList<>();
    try (LedgerFile ledger = LedgerFile.open(file, "book.xlsx", LedgerSettings.DEFAULT)) {
      for (Optional<Outcome> next = ledger.next(); next.isPresent(); next = ledger.next()) {
        outcomes.add(next.get());
      }
    }
    return outcomes;
  }

  private static String row(String... cells) {
    StringBuilder row = new StringBuilder("<row>");
    for (String cell : cells) {
      row.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
    }
    return row.append("</row>").toString();
  }

  /** A whole workbook of one sheet, made by hand. */
  private Path workbook(String type, String rows) throws IOException {
    String open = "http://schemas.openxmlformats.org/";
    String kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    String office = open + "officeDocument/2006/relationships";
    String relations = "<Relationships xmlns=\"" + open + "package/2006/relationships\">";
    return ZippedLedgersTest.zip(
        folder,
        "[Content_Types].xml",
        "<Types xmlns=\"%spackage/2006/content-types\">".formatted(open)
            + "<Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"%ssheet.main+xml\"/>"
                .formatted(kinds)
            + "<Override PartName=\"/xl/s.xml\" ContentType=\"%sworksheet+xml\"/></Types>"
                .formatted(kinds),
        "_rels/.rels",
        relations
            + "<Relationship Id=\"r1\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/>"
                .formatted(office)
            + "</Relationships>",
        "xl/_rels/workbook.xml.rels",
        relations
            + "<Relationship Id=\"r1\" Type=\"%s/worksheet\" Target=\"s.xml\"/>".formatted(office)
            + "</Relationships>",
        "xl/workbook.xml",
        "<workbook xmlns=\"%sspreadsheetml/2006/main\" xmlns:r=\"%s\">".formatted(open, office)
            + "<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
        "xl/s.xml",
        type
            + "<worksheet xmlns=\"%sspreadsheetml/2006/main\"><sheetData>".formatted(open)
            + rows
            + "</sheetData></worksheet>");
  }
}
