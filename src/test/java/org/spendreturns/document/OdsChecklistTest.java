package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spendreturns.returns.EditionMark;
import org.spendreturns.returns.Publication.Look;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;

/** The checklist finds in an OpenDocument workbook what it is there to find. */
class OdsChecklistTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("return.ods");
    Return filing = InventedReturn.usual();
    EditionMark first = new EditionMark(1, OptionalInt.empty());
    new OdsFile(Wording.english(), Look.USUAL)
        .write(
            new WorkbookPlan(filing, first, Wording.english(), WorkbookPlan.ROWS_A_SHEET)
                .books()
                .get(0),
            filing.heading(),
            Files.newOutputStream(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          content.xml | table:name="Contents"      | table:name="Of what"  | sheets: have no contents second
          content.xml | #'Answers'.A1              | #'Nowhere'.A1         | contents: lead to #'Nowhere'.A1, which is not there
          content.xml | 'Answers'.A3:              | 'Answers'.A4:         | Answers: names its table ''
          content.xml | <table:table-header-rows>  | <table:table-rows>    | Contents: repeats 0 heads on each page
          content.xml | "row"><table:table-cell    | "low"><table:table-cell | rows: have the height of 'low'
          content.xml | table:style-name="head"    | table:style-name="plain" | Contents: row 3: 'Sheet' does not wrap
          styles.xml  | fo:page-width="29.7cm"     | fo:page-width="21cm"  | page: is not A4, one page wide
          styles.xml  | style:display="false"      | style:display="true"  | style:header: is there
          """)
  void aFaultIsNamed(String part, String what, String by, String message) throws IOException {
    assertThat(OdsChecklist.faults(file, Wording.english())).isEmpty();
    try (FileSystem book = FileSystems.newFileSystem(file)) {
      Path content = book.getPath("/" + part);
      String xml = Files.readString(content);
      assertThat(xml).contains(what);
      String changed = xml.replaceFirst(Pattern.quote(what), Matcher.quoteReplacement(by));
      Files.writeString(
          content,
          by.equals("<table:table-rows>")
              ? changed.replaceFirst("</table:table-header-rows>", "</table:table-rows>")
              : changed);
    }
    assertThat(OdsChecklist.faults(file, Wording.english())).contains(message);
  }
}
