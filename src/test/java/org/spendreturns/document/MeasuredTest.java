package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.returns.Method.RulebookEdition;
import org.spendreturns.returns.Wording;
import org.spendreturns.rulebook.Measure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every document tells how often the rules are right, and on what that was measured. */
class MeasuredTest {

  /** An invented measurement. */
  static final List<Measure> MEASURES =
      List.of(
          new Measure(
              LocalDate.of(2026, 6, 30),
              "87 awards of 9 bodies",
              "each body held out",
              87,
              "0.991",
              "0.973",
              "0.982",
              "0.003",
              "none"));

  @TempDir static Path folder;

  @Test
  void theMethodSaysInEveryFormatHowOftenTheRulesAreRightAndOnWhat() throws Exception {
    WrittenReturn written = WrittenReturn.of(InventedReturn.of(1, 2), folder);

    String row =
        "87 awards of 9 bodies; each body held out. 87 lines, measured on 30 June 2026"
            + " 99.1% 97.3% 98.2% 0.3% does not apply";
    assertThat(written.pdfTextTight()).contains(WrittenReturn.tight(row));
    String html = new String(written.bytes("return.html"), StandardCharsets.UTF_8);
    assertThat(WrittenReturn.tight(html.replaceAll("<[^>]*>", " ")))
        .contains(WrittenReturn.tight(row));

    assertThat(sheet(written, "Rulebook"))
        .containsExactly(
            "sexual-violence 2026-07",
            InventedReturn.of(1, 2).method().rulebook().digest(),
            "87 awards of 9 bodies",
            "each body held out",
            "30 June 2026",
            "87",
            "99.1%",
            "97.3%",
            "98.2%",
            "0.3%",
            "[z]");

    JsonNode measured =
        JsonMapper.shared().readTree(written.bytes("return.json")).at("/method/rulebook/measured");
    assertThat(measured.toString())
        .isEqualTo(
            """
            [{"on":"2026-06-30","what":"87 awards of 9 bodies","how":"each body held out",\
            "lines":87,"precision":"0.991","recall":"0.973","recallWithReview":"0.982",\
            "forReview":"0.003","rightCategory":"none"}]""");
  }

  /** The cells of the sheet's first row below its head. */
  private static List<String> sheet(WrittenReturn written, String name) throws Exception {
    try (XSSFWorkbook workbook = written.workbook()) {
      Row row = workbook.getSheet(name).getRow(3);
      List<String> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(new DataFormatter(Locale.UK).formatCellValue(cell)));
      return cells;
    }
  }

  @Test
  void anEditionThatNobodyMeasuredSaysSo() {
    RulebookPages pages =
        new RulebookPages(
            new RulebookEdition("roads 1", "f".repeat(64), LocalDate.of(2026, 7, 1), List.of()),
            Wording.english());

    assertThat(pages.blocks())
        .last()
        .isEqualTo(
            new Block.Paragraph(
                "How often this edition of the rulebook is right was not measured."));
    assertThat(pages.table().rows())
        .singleElement()
        .asInstanceOf(LIST)
        .contains(new DataTable.Text("not measured"), new DataTable.Text("[z]"));
  }
}
