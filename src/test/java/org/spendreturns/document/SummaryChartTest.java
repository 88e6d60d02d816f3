package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.document.Block.Chart;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;

class SummaryChartTest {

  private static final Wording ENGLISH = Wording.english();

  @Test
  void itShowsWhatWasPaidByCategoryAndYearAndSaysItInWords() {
    Return filing = InventedReturn.of(2, 1);
    Chart chart = SummaryChart.of(filing, ENGLISH).orElseThrow();
    assertThat(chart.title()).isEqualTo("Paid each year, by category");
    assertThat(chart.years()).containsExactly("2012-13", "2013-14");
    assertThat(chart.parts())
        .extracting(Block.ChartPart::label)
        .containsExactly("(i)", "(ii)", "(iii)", "Not broken down");
    assertThat(chart.says())
        .startsWith("Paid each year, by category. 2012-13: £")
        .contains("(iii) Forensic services, including sexual assault referral centres £")
        .endsWith(
            " in 2013-14. Sums that are not known are not drawn; the tables above have every"
                + " figure.");
    assertThat(chart.below()).isEqualTo("Every sum is drawn in full.");
    assertThat(SummaryChart.of(InventedReturn.of(5, 1), ENGLISH).orElseThrow().parts())
        .as("beside many bars there is no room for words")
        .extracting(Block.ChartPart::label)
        .containsExactly("(i)", "(ii)", "(iii)", "n.b.d.");
    for (int row = 0; row < 4; row++) {
      String first = ENGLISH.words(filing.paid().rows().get(row).byYear().get(0).value());
      assertThat(chart.says()).contains(first);
    }
  }

  @Test
  void itIsDrawnInLinesAndNotAsAPicture(@TempDir Path folder) throws Exception {
    byte[] pdf = WrittenReturn.of(InventedReturn.usual(), folder).bytes("return.pdf");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getXObjectNames()) {
          assertThat(page.getResources().isImageXObject(name)).isFalse();
        }
      }
    }
  }
}
