package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.returns.Body;
import org.spendreturns.returns.Language;
import org.spendreturns.returns.Publication;

class WelshTextsTest {

  private static final String HEAD = "id: b\nname: The Body\nkind: pcc\n";

  @TempDir Path folder;

  @Test
  void aTextStandsForTheEnglishBesideIt() throws IOException {
    Path file =
        write(
            HEAD
                + """
                name-cy: Y Corff
                years:
                  2013-14:
                    says: [One., Two.]
                    says-cy: [Un., Dau.]
                rights:
                  - heading: Re-use
                    heading-cy: Ailddefnyddio
                    text: Do.
                """);
    BodyFile.read(file);
    assertThat(WelshTexts.read(file))
        .isEqualTo(
            Map.of(
                "The Body", "Y Corff",
                "One.", "Un.",
                "Two.", "Dau.",
                "Re-use", "Ailddefnyddio"));
  }

  @Test
  void aBodyChoosesItsLanguagesAndUsuallyEnglishAlone() throws IOException {
    assertThat(BodyFile.read(write(HEAD)).publication()).isEqualTo(Publication.USUAL);
    Body body = BodyFile.read(write(HEAD + "publication:\n  languages: [en, cy]\n"));
    assertThat(body.publication().languages()).containsExactly(Language.EN, Language.CY);
  }

  @Test
  void aLanguageThatIsNotKnownIsRefused() {
    assertRefused(
        HEAD + "publication:\n  languages:\n    - en\n    - fr\n",
        "body.yaml:7: 'fr' is not a language that returns are written in; expected en or cy;"
            + " write languages: [en, cy] for English and Welsh");
  }

  @Test
  void englishComesFirst() {
    assertRefused(
        HEAD + "publication:\n  languages: [cy]\n",
        "body.yaml:5: languages begin with 'cy'; expected en first; write languages: [en, cy]");
  }

  @Test
  void welshWithoutEnglishBesideItIsRefused() {
    assertRefused(
        HEAD + "invented-cy: Dychmygol.\n",
        "body.yaml:4: 'invented-cy' has no English beside it; expected key 'invented'; give both,"
            + " or neither");
  }

  @Test
  void aListWithFewerTextsThanTheEnglishIsRefused() {
    assertRefused(
        HEAD + "years:\n  2013-14:\n    says: [One., Two.]\n    says-cy: [Un.]\n",
        "body.yaml:7: 'says-cy' has 1 texts; expected 2, one for each of 'says'; give each in"
            + " Welsh, or none");
  }

  @Test
  void aTextWithASignThatNobodySeesIsRefused() {
    assertRefused(
        HEAD + "invented: The \u202Ehsilgne\u202C one.\n",
        "body.yaml:4: holds U+202E, which nobody sees; write the text anew without it");
  }

  @Test
  void whatIsNoTextForReadersHasNoWelsh() {
    assertRefused(
        HEAD + "kind-cy: pcc\n",
        "body.yaml:4: key 'kind-cy' is not known here; known are id, name, kind, from, until,"
            + " predecessors, successors, region, invented, ledger, replaces, year-to-date, complete, split, years, rights,"
            + " suppliers, codes, publication, redaction");
  }

  @Test
  void theShippedRulebookHasItsTopicAndCategoriesInWelsh() throws IOException {
    assertThat(WelshTexts.read(Path.of("input/rulebooks/sexual-violence/2026-11.yaml")))
        .containsEntry(
            "Sexual violence and abuse services", "Gwasanaethau trais a cham-drin rhywiol")
        .containsEntry("Advocacy, including ISVA", "Eiriolaeth, gan gynnwys ISVA")
        .containsEntry(
            "Face to face: counselling, emotional and group support",
            "Wyneb yn wyneb: cwnsela, cymorth emosiynol a chymorth grŵp")
        .containsEntry("Forensic, including SARC", "Fforensig, gan gynnwys SARC");
  }

  @Test
  void everyDutyThatBindsABodyInWalesIsGivenInWelsh() {
    assertThat(Regimes.inWelsh())
        .containsEntry("Freedom of Information Act 2000", "Deddf Rhyddid Gwybodaeth 2000");
    assertThat(Regimes.shipped())
        .filteredOn(regime -> regime.kinds().contains(Body.Kind.PCC))
        .hasSize(6)
        .allMatch(regime -> Regimes.inWelsh().containsKey(regime.title()))
        .allMatch(regime -> Regimes.inWelsh().containsKey(regime.asks()));
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("body.yaml"), text);
  }

  private void assertRefused(String text, String message) {
    assertThatThrownBy(() -> BodyFile.read(write(text)))
        .isInstanceOf(FaultyInputException.class)
        .hasMessage(message);
  }
}
