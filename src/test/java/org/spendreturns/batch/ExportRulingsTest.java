package org.spendreturns.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.batch.Reviews.By;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.returns.ExportDecision;
import org.spendreturns.returns.ExportDecision.Ruling;
import org.spendreturns.store.Editions.Address;

/** What people decide about how exports count, over a real database and real files. */
class ExportRulingsTest {

  private static final Instant NIGHT = Instant.parse("2026-11-23T02:00:00Z");
  private static final Address RETURN = Address.parse("nene-vale/sexual-violence/2014-15");
  private static final String HEADER = "Payment Date,Supplier Name,Purpose of Spend,Net Amount\n";
  private static final String ISVA = "01/04/2014,Kingfisher,ISVA service,1250.00\n";
  private static final String LOCKS = "02/04/2014,Acme,Locks,5.00\n";
  private static final String APRIL = "ledgers/nene-vale/april.csv";
  private static final String LATE = "ledgers/nene-vale/late.csv";
  private static final By OFFICER = new By("A. Officer", "The finance team said so", "E-mail");

  @TempDir Path folder;
  private final Hours hours = new Hours(NIGHT);
  private Installation place;
  private Runs runs;
  private List<String> told = List.of();
  private int editions;

  @BeforeEach
  void layABodyIn() throws IOException {
    place = Installation.withTheRulebook(folder);
    place.write(
        "bodies/nene-vale.yaml",
        "id: nene-vale\nname: Nene Vale\nkind: pcc\npublication: {formats: [html]}\n");
    runs = Runs.open(place.home(), hours);
  }

  @AfterEach
  void close() {
    runs.close();
  }

  @Test
  void countsACorrectedExportInThePlaceOfTheOneItCorrects() throws IOException {
    place.write(APRIL, HEADER + ISVA + LOCKS);
    place.write(LATE, HEADER + ISVA.replace("1250", "1200") + LOCKS);
    assertThat(paid()).as("both, but for the line that stands in both").isEqualTo("£2,450.00");

    ExportDecision decided = decide("late.csv", Ruling.REPLACES, "april.csv");

    assertThat(paid()).isEqualTo("£1,200.00");
    assertThat(told)
        .contains(
            LATE
                + ": "
                + LATE
                + " replaces "
                + APRIL
                + ", as decided (E-0001); 2 lines of"
                + " £1,255.00")
        .noneMatch(message -> message.contains("check that neither"));
    assertThat(states())
        .containsExactly(
            "SUPERSEDED " + LATE + " counts in its place, as decided (E-0001)", "BALANCED ");
    assertThat(runs.exports().get(0).decisions()).containsExactly(decided);
    assertThat(Files.readString(place.edition(RETURN, editions).resolve("manifest.json")))
        .contains("\"decisions\" : [ \"E-0001\" ]");

    runs.exportRulings().withdraw("E-0001", OFFICER);
    assertThat(paid()).isEqualTo("£2,450.00");
    assertThat(states()).containsExactly("BALANCED ", "BALANCED ");
    assertThat(runs.exports().get(0).decisions()).hasSize(2);
  }

  @Test
  void usesWhatWasDecidedByTheInstantThatARunIsAsKnownAt() throws IOException {
    place.write(APRIL, HEADER + ISVA);
    place.write(LATE, HEADER + ISVA + LOCKS);
    assertThat(paid()).as("all of april stands in late").isEqualTo("£1,250.00");
    Instant before = hours.instant();
    decide("april.csv", Ruling.BESIDE, "late.csv");
    assertThat(paid()).isEqualTo("£2,500.00");

    runs.nightly(Optional.of(before), Optional.of(RETURN));

    editions++;
    assertThat(figure()).as("as known before it was decided").isEqualTo("£1,250.00");
  }

  @Test
  void countsLinesInCommonOnceWhereThatIsDecidedAndNeitherReplacesTheOther() throws IOException {
    place.write(APRIL, HEADER + ISVA);
    place.write(LATE, HEADER + ISVA + LOCKS);
    paid();

    decide("late.csv", Ruling.ONCE, "april.csv");

    assertThat(paid()).isEqualTo("£1,250.00");
    assertThat(states()).containsExactly("BALANCED ", "BALANCED ");
    assertThat(runs.exports().get(1).duplicates()).hasSize(1);
    assertThat(told)
        .contains(
            LATE
                + ": neither "
                + LATE
                + " nor "
                + APRIL
                + " replaces the other; lines that stand in both count once, as decided (E-0001); 1"
                + " line of £1,250.00");
  }

  @Test
  void countsALineThatIsLeftOutAsAPaymentOfItsOwn() throws IOException {
    place.write(APRIL, HEADER + ISVA + LOCKS);
    place.write(LATE, HEADER + ISVA + ISVA + "03/04/2014,Acme,Keys,1.00\n");
    assertThat(paid()).as("one of late's two stands in april").isEqualTo("£2,500.00");

    runs.exportRulings().twoPayments("late.csv", "", 2, OFFICER);

    assertThat(paid()).isEqualTo("£3,750.00");
    assertThat(runs.exports().get(1).duplicates()).isEmpty();
    assertThatThrownBy(() -> runs.exportRulings().twoPayments("late.csv", "", 3, OFFICER))
        .hasMessage(LATE + ":3: is not left out; export show lists the lines that are");
  }

  @Test
  void leavesOutIdenticalLinesOfOneExportThatAreOnePayment() throws IOException {
    place.write(APRIL, HEADER + ISVA + ISVA + LOCKS + ISVA);
    assertThat(paid()).isEqualTo("£3,750.00");

    runs.exportRulings().onePayment("april.csv", Optional.of(new SourceRef("", "", 3)), OFFICER);

    assertThat(paid()).isEqualTo("£2,500.00");
    assertThat(runs.exports().get(0).duplicates())
        .extracting(line -> line.at() + " is " + line.first())
        .containsExactly("april.csv:3 is april.csv:2");

    runs.exportRulings().onePayment("april.csv", Optional.empty(), OFFICER);
    assertThat(paid()).isEqualTo("£1,250.00");
    assertThat(told)
        .contains(
            APRIL
                + ": identical lines of "
                + APRIL
                + " are one payment, as decided (E-0002); 2 lines of £2,500.00");

    runs.exportRulings().twoPayments("april.csv", "", 5, OFFICER);
    assertThat(paid()).as("all but the one at line 3").isEqualTo("£2,500.00");
  }

  @Test
  void refusesADecisionThatIsAboutNothingOrLeavesNothing() throws IOException {
    place.write(APRIL, HEADER + ISVA);
    place.write(LATE, HEADER + ISVA.replace("1250", "1200"));
    place.write("ledgers/nene-vale/third.csv", HEADER + LOCKS);
    paid();
    decide("late.csv", Ruling.REPLACES, "april.csv");
    decide("third.csv", Ruling.REPLACES, "late.csv");

    assertThatThrownBy(() -> decide("april.csv", Ruling.REPLACES, "third.csv"))
        .hasMessage(
            APRIL
                + " is replaced by ledgers/nene-vale/third.csv already, by way of other decisions;"
                + " withdraw one of them first");
    assertThatThrownBy(() -> decide("april.csv", Ruling.BESIDE, "april.csv"))
        .hasMessage(APRIL + " and " + APRIL + ": expected two exports of one body");
    assertThatThrownBy(() -> decide("april.csv", Ruling.BESIDE, "may.csv"))
        .hasMessage(
            "may.csv: is not on file, or was not read as a whole; export list names those that"
                + " are");
    assertThatThrownBy(
            () -> runs.exportRulings().onePayment("april.csv", Optional.empty(), OFFICER))
        .hasMessage(APRIL + ": no two of its lines are identical");
    assertThatThrownBy(() -> runs.exportRulings().withdraw("E-0009", OFFICER))
        .hasMessage("'E-0009' is no decision in force about an export; export show lists them");
  }

  private String paid() throws IOException {
    Runs.Ended ended = runs.nightly(Optional.empty(), Optional.of(RETURN));
    assertThat(ended.failure()).isEmpty();
    told = ended.notices().stream().map(notice -> notice.message()).toList();
    if (Files.exists(place.edition(RETURN, editions + 1))) {
      editions++;
    }
    return figure();
  }

  private String figure() {
    return runs.figures(RETURN, editions).orElseThrow().stream()
        .filter(figure -> figure.id().equals("paid.ADVOCACY.2014-15"))
        .findFirst()
        .map(figure -> figure.words().replace("at least ", ""))
        .orElse("none");
  }

  private ExportDecision decide(String file, Ruling ruling, String other) {
    return runs.exportRulings().decide(file, ruling, other, OFFICER);
  }

  private List<String> states() {
    return runs.exports().stream().map(export -> export.state() + " " + export.message()).toList();
  }

  /** Goes on by a minute whenever it is asked. */
  private static final class Hours extends Clock {
    private Instant next;

    Hours(Instant first) {
      this.next = first;
    }

    @Override
    public synchronized Instant instant() {
      next = next.plusSeconds(60);
      return next;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
