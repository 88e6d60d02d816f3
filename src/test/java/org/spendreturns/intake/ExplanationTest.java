package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.rulebook.EditionComparison;
import org.spendreturns.rulebook.Explanation;
import org.spendreturns.rulebook.Overlay;
import org.spendreturns.rulebook.Rulebook;

class ExplanationTest {

  private final Rulebook rulebook =
      RulebookFile.read(Path.of("src/test/resources/rulebooks/domestic-abuse/2026-11.yaml"));
  private final Classifier classifier = new Classifier(rulebook, Overlay.NONE);
  private final String edition =
      "Rulebook domestic-abuse 2026-11, digest %.12s".formatted(rulebook.digest());

  private List<String> explain(String supplier, String description) {
    return Explanation.of(classifier, Particulars.of(supplier, description), Optional.empty());
  }

  @Test
  void tellsWhatDecidedAndWhatAgreed() {
    assertThat(explain("Oundle Harbour", "two IDVAs"))
        .containsExactly(
            "OUTREACH: (ii) Outreach, including IDVA",
            "Decided by:",
            "  DA-2 description 'IDVAs' says topic OUTREACH. The adviser is the category's example."
                + " (invented for this test)",
            "Agreed:",
            "  P-harbour supplier 'Oundle Harbour' is Oundle Harbour, GB-CHC-9990001, a specialist"
                + " (invented for this test)",
            edition);
  }

  @Test
  void tellsWhatSpokeAgainst() {
    assertThat(explain("", "domestic abuse perpetrators"))
        .containsExactly(
            "NOT_TOPIC: not of the topic 'Domestic abuse services'",
            "Decided by:",
            "  DA-4 description 'perpetrators' says other. Programmes for those who harm serve no"
                + " victim. (invented for this test)",
            "Against it, or no evidence:",
            "  DA-1 description 'domestic abuse' says topic. The harm is named. (invented for this"
                + " test)",
            edition);
  }

  @Test
  void saysSoIfNothingWasFound() {
    assertThat(explain("Tar Ltd", "roads"))
        .containsExactly(
            "NOT_TOPIC: not of the topic 'Domestic abuse services'",
            "No word and no name of the rulebook stands in the line.",
            edition);
  }

  @Test
  void tellsWhichLinesANewEditionWouldAnswerOtherwise() {
    Rulebook next =
        new Rulebook(
            rulebook.topic(),
            rulebook.title(),
            "2027-01",
            rulebook.inForceFrom(),
            "0",
            rulebook.categories(),
            rulebook.wholes(),
            rulebook.regions(),
            rulebook.rules().subList(0, 2),
            rulebook.providers(),
            rulebook.lists(),
            rulebook.measured());
    EditionComparison comparison =
        new EditionComparison(classifier, new Classifier(next, Overlay.NONE));
    assertThat(comparison.changes()).containsExactly("rule DA-3 is gone", "rule DA-4 is gone");
    assertThat(comparison.compare(line("refuge places for victims of domestic violence")))
        .map(EditionComparison.Change::toString)
        .contains("april.csv:3: REFUGE > NOT_BROKEN_DOWN (DA-1)");
    assertThat(comparison.compare(line("two IDVAs"))).isEmpty();
  }

  private static LedgerLine line(String description) {
    return new LedgerLine(
        new SourceRef("april.csv", "", 3),
        LocalDate.of(2026, 4, 1),
        Money.ZERO,
        "",
        Particulars.of("", description));
  }
}
