package org.spendreturns.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rejected line may say outside the house of what was found in it. */
class RejectedMessageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "l.csv:3: column Date: '31/02/2014' is no date | l.csv:3: column Date: '31/02/2014' is no date",
        "l.csv:3: column Date: '31 Feb 2014' is no date | l.csv:3: column Date: '31 Feb 2014' is no date",
        "r.csv:3: column end: '2014-11-30' is before the start, '2014-12-01'; correct one | r.csv:3: column end: '2014-11-30' is before the start, '2014-12-01'; correct one",
        "l.csv:3: column Date: 'D Quillfeather' is no date | l.csv:3: column Date: (not shown here) is no date",
        "l.csv:3: column Date: 'April May' is no date | l.csv:3: column Date: (not shown here) is no date",
        "l.csv:3: column Net: '12.50 O'Dunkel' is no sum | l.csv:3: column Net: (not shown here) is no sum",
        "l.csv:3: column Net: 'a 'b' c' is no sum | l.csv:3: column Net: (not shown here) is no sum",
        "l.csv:3: column Date: 'Apr-14' is a month; write month: in the body's file | l.csv:3: column Date: 'Apr-14' is a month; write month: in the body's file",
        "l.csv:3: column Date: 'Nobody's May' is none; write it in the body's file | l.csv:3: column Date: (not shown here) is none; write it in the body's file",
        "l.csv:3: 4 cells, where the lines have 10 | l.csv:3: 4 cells, where the lines have 10"
      })
  void quotesFiguresAndMonthsAndNothingElse(String message, String told) {
    Outcome.Rejected line =
        new Outcome.Rejected(
            new SourceRef("l.csv", "", 3),
            RejectReason.BAD_DATE,
            message,
            Particulars.of("Dorothea Quillfeather", "for Dorothea"));
    assertThat(line.withoutNames().message()).isEqualTo(told);
    assertThat(line.withoutNames().particulars()).isEqualTo(Particulars.of("", ""));
  }
}
