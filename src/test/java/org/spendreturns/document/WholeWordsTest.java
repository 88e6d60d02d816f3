package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no line of a page is broken in. */
class WholeWordsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          paid in 2013-14, as agreed     | paid in 2013~14, as agreed
          divided by us: NV-106, NV-111. | divided by us: NV~106, NV~111.
          from 1 April 2013              | from 1_April 2013
          payments-2013-14.csv           | payments-2013-14.csv
          register/NV-111                | register/NV-111
          NV-111-2 and PCC-long          | NV-111-2 and PCC-long
          """)
  void yearsReferencesAndDaysStayWhole(String text, String expected) {
    assertThat(WholeWords.kept(text).replace('\u2011', '~').replace('\u00A0', '_'))
        .isEqualTo(expected);
    assertThat(WholeWords.plain(WholeWords.kept(text))).isEqualTo(text);
  }

  @Test
  void anAddressIsLeftAsItIs() {
    String address = "https://nene-vale.example/NV-111 2013-14";

    assertThat(WholeWords.kept(address)).isEqualTo(address);
  }
}
