package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spendreturns.intake.ReadLedger.HEADER;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TotalRowsTest {

  private static final String LINES =
      HEADER + "25/04/2014,Acme Ltd,10.00,x\n26/04/2014,Acme Ltd,20.00,x\n";

  @TempDir Path folder;

  private List<String> notes = List.of();

  /** What became of the records after the names and two lines of 30.00 in all. */
  private List<String> after(String lines) throws IOException {
    ReadLedger ledger = ReadLedger.of(folder, LINES + lines);
    notes = ledger.notes();
    return ledger.outcomes().subList(3, ledger.outcomes().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Total",
        "Total £",
        "Total (£):",
        "Sub-total",
        "April Total",
        "Total April 2014",
        "2013-14 Total",
        "Total payments over £500",
        "Acme Ltd Total"
      })
  void takesALabelledSumOfTheLinesAboveForATotal(String label) throws IOException {
    assertThat(after("," + label + ",30.00,\n")).containsExactly("4 TOTAL");
    assertThat(notes)
        .containsExactly("april.csv:4: prints a total of £30.00, and the lines above come to it");
    assertThat(after("30/04/2014," + label + ",30.00,\n")).as("with a date").contains("4 TOTAL");
  }

  @Test
  void tellsATotalThatTheLinesDoNotComeTo() throws IOException {
    assertThat(after(",April Total,31.00,\n")).containsExactly("4 TOTAL");
    assertThat(notes)
        .containsExactly("april.csv:4: prints a total of £31.00; the lines above come to £30.00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",Acme Ltd Total,31.00,",
        ",Total Gas & Power,30.00,",
        ",Bravo,30.00,Total paid",
        ",,31.00,31.00"
      })
  void takesNoPaymentThatLacksItsDateForATotal(String line) throws IOException {
    assertThat(after(line.replace("Bravo,30.00", "Bravo,29.00") + "\n"))
        .containsExactly(
            "NO_DATE april.csv:4: column Payment Date: empty, where a date is expected");
  }

  @Test
  void acceptsNoDatedLabelOfATotal() throws IOException {
    assertThat(after("30/04/2014,Total,31.00,\n30/04/2014,Acme Ltd Total,31.00,\n"))
        .containsExactly(
            "NO_SUPPLIER april.csv:4: column Supplier Name: 'Total' is the label of a total, and no"
                + " lines above come to it; expected a supplier",
            "NO_SUPPLIER april.csv:5: column Supplier Name: 'Acme Ltd Total' is the label of a"
                + " total, and no lines above come to it; expected a supplier");
    assertThat(after("30/04/2014,Total,31.00,Fuel\n30/04/2014,Total,31.00,Fuel\n"))
        .as("a supplier of that name, for what it says")
        .containsExactly("4 2014-04-30 Total 31.00", "5 2014-04-30 Total 31.00");
  }

  @Test
  void addsUpTotalsOfTotals() throws IOException {
    assertThat(
            after(
                """
                ,Acme Ltd Total,30.00,
                27/04/2014,Bravo,5.00,x
                ,Bravo Total,5.00,
                ,Highways Total,35.00,
                28/04/2014,Carol,7.00,x
                ,Carol Total,7.00,
                ,Parks Total,7.00,
                ,Grand Total,42.00,
                """))
        .containsExactly(
            "4 TOTAL",
            "5 2014-04-27 Bravo 5.00",
            "6 TOTAL",
            "7 TOTAL",
            "8 2014-04-28 Carol 7.00",
            "9 TOTAL",
            "10 TOTAL",
            "11 TOTAL");
    assertThat(notes).hasSize(6).allMatch(note -> note.endsWith("the lines above come to it"));
  }

  @Test
  void takesARowOfSumsForATotal() throws IOException {
    String text =
        """
        Payment Date,Supplier Name,Net Amount,VAT,Gross
        25/04/2014,Acme,10.00,2.00,12.00
        26/04/2014,Acme,20.00,4.00,24.00
        ,Total,30.00,6.00,36.00
        ,,30.00,6.00,36.00
        Total number of payments,,2,,
        """;
    assertThat(ReadLedger.of(folder, text).outcomes().subList(3, 6))
        .containsExactly("4 TOTAL", "5 TOTAL", "6 TOTAL");
  }

  @Test
  void takesASumAloneBelowOneLineForNoTotal() throws IOException {
    assertThat(ReadLedger.of(folder, HEADER + "25/04/2014,Acme Ltd,10.00,x\n,,10.00,\n").outcomes())
        .contains("NO_DATE april.csv:3: column Payment Date: empty, where a date is expected");
  }
}
