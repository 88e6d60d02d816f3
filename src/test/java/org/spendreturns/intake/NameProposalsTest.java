package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.rulebook.NameProposals;
import org.spendreturns.rulebook.Overlay;
import org.spendreturns.rulebook.Rulebook;

/** Names of the published providers, misspelt; and names that were in use for a time only. */
class NameProposalsTest {

  private final Rulebook rulebook =
      RulebookFile.read(Path.of("input/rulebooks/sexual-violence/2026-11.yaml"));

  private List<String> near(String supplier) {
    return new NameProposals(rulebook)
        .near(supplier).stream().map(each -> each.provider().id() + ": " + each.why()).toList();
  }

  @Test
  void proposesANameWithItsWordsInAnotherOrder() {
    assertThat(near("Crisis Rape Suffolk Centre"))
        .containsExactly("P-suffolk-rape-crisis: the same words, 'SUFFOLK' among them");
  }

  @Test
  void proposesANameWithASlipOfThePen() {
    assertThat(near("Mountain Healthcar Ltd"))
        .containsExactly("P-mountain: spelled almost alike, with the same 'MOUNTAIN'");
  }

  @Test
  void proposesNobodyOnAnotherPlaceOrAnotherLineOfTrade() {
    assertThat(near("Rape Crisis Rutland")).isEmpty();
    assertThat(near("Rapesco Office Products plc")).isEmpty();
    assertThat(near("Safeguarding Ltd")).isEmpty();
  }

  @Test
  void proposesNothingForANameThatIsKnown() {
    assertThat(near("SAFELINE")).isEmpty();
  }

  @Test
  void aProposalNeverDecides() {
    assertThat(
            new Classifier(rulebook, Overlay.NONE)
                .classify(Particulars.of("Mountain Healthcar Ltd", ""))
                .answer()
                .label())
        .isEqualTo("NOT_TOPIC");
  }

  @Test
  void aNameCountsOnlyWhileItWasInUse() {
    Classifier classifier =
        new Classifier(
            RulebookFile.read(Path.of("src/test/resources/rulebooks/domestic-abuse/2026-11.yaml")),
            Overlay.NONE);
    Particulars line = Particulars.of("Oundle Shelter", "");
    assertThat(answer(classifier, line, LocalDate.of(2014, 3, 31))).isEqualTo("NOT_BROKEN_DOWN");
    assertThat(answer(classifier, line, LocalDate.of(2014, 4, 1))).isEqualTo("NOT_TOPIC");
    assertThat(classifier.classify(line).answer().label()).isEqualTo("NOT_BROKEN_DOWN");
  }

  private static String answer(Classifier classifier, Particulars line, LocalDate on) {
    return classifier.classify(line, on).answer().label();
  }
}
