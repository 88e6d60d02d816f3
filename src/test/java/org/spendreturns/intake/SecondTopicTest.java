package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.rulebook.Category;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.rulebook.Overlay;
import org.spendreturns.rulebook.Rulebook;

/**
 * A new topic is a new file: this one knows nothing of sexual violence, and no Java knows of it.
 */
class SecondTopicTest {

  private final Rulebook rulebook =
      RulebookFile.read(Path.of("src/test/resources/rulebooks/domestic-abuse/2026-11.yaml"));
  private final Classifier classifier = new Classifier(rulebook, Overlay.NONE);

  private String answer(String supplier, String description) {
    return classifier.classify(Particulars.of(supplier, description)).answer().label();
  }

  @Test
  void takesItsCategoriesFromItsFile() {
    assertThat(rulebook.categories())
        .extracting(Category::heading)
        .containsExactly("(i) Refuge and other accommodation", "(ii) Outreach, including IDVA");
    assertThat(rulebook.name()).isEqualTo("domestic-abuse 2026-11");
  }

  @Test
  void answersByItsOwnRules() {
    assertThat(answer("", "two IDVAs")).isEqualTo("OUTREACH");
    assertThat(answer("Oundle Women's Aid", "refuge places")).isEqualTo("REFUGE");
    assertThat(answer("", "refuge places and IDVAs")).isEqualTo("NOT_BROKEN_DOWN");
    assertThat(answer("", "domestic abuse perpetrator programme")).isEqualTo("NOT_TOPIC");
    assertThat(answer("", "ISVA service")).isEqualTo("NOT_TOPIC");
  }

  @Test
  void asksWhoAnAmbiguousPayeeIsUnlessTheRegionTells() {
    assertThat(answer("Harbour", "")).isEqualTo("FOR_REVIEW");
    assertThat(
            classifier
                .forBody(Overlay.inRegion("Oundle Town Council"))
                .classify(Particulars.of("Harbour", ""))
                .answer()
                .label())
        .isEqualTo("NOT_BROKEN_DOWN");
  }
}
