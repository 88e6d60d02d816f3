package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.returns.Return;

/** A title as it stands on the first page, in lines. */
class TitleLinesTest {

  @TempDir Path folder;

  private String titleOnThePage(String title) throws IOException {
    Return usual = InventedReturn.usual();
    Return.Heading heading = usual.heading();
    Return filing =
        new Return(
            new Return.Heading(
                heading.bodyId(),
                heading.bodyName(),
                heading.topicId(),
                title,
                heading.requests(),
                FinancialYear.parseRange("2012-13..2014-15"),
                heading.asKnownAt(),
                heading.invented()),
            usual.answers(),
            usual.awarded(),
            usual.paid(),
            usual.sections(),
            usual.pools(),
            usual.documents(),
            usual.statements(),
            usual.payments(),
            usual.notes(),
            usual.method(),
            usual.rights());
    String text = WrittenReturn.of(filing, folder).pdfText();
    return text.substring(text.indexOf('\n') + 1, text.indexOf("Invented:")).strip();
  }

  @Test
  void noLineOfATitleEndsWithinAFinancialYear() throws IOException {
    assertThat(titleOnThePage("Sexual violence and abuse services, 2012-13 to 2014-15"))
        .matches("Sexual violence and abuse services,\\s*\\R2012-13\\Wto\\W2014-15");
  }

  @Test
  void aTitleThatFitsKeepsItsLine() throws IOException {
    assertThat(titleOnThePage("Services, 2012-13 to 2014-15")).doesNotContain("\n");
  }
}
