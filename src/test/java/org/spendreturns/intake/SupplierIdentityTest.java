package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.rulebook.Explanation;
import org.spendreturns.rulebook.Overlay;
import org.spendreturns.rulebook.Rulebook;

/** Who was paid: names as ledgers write them, shared, renamed, of a place, and near misses. */
class SupplierIdentityTest {

  private static final LocalDate DAY = LocalDate.of(2014, 10, 1);

  @TempDir Path folder;
  private Rulebook rulebook;

  @BeforeEach
  void providers() throws IOException {
    rulebook =
        RulebookFile.read(
            Files.writeString(
                folder.resolve("roads.yaml"),
                """
                topic: roads
                title: Roads
                edition: one
                in-force-from: 2026-11-01
                categories:
                  - {id: TAR, numeral: (i), title: Tar}
                regions:
                  Fen: [Wisbech, Ely]
                  Wold: [Louth]
                rules:
                  - {id: R-1, says: activity, phrases: [paving], source: s, because: b}
                providers:
                  - id: P-fen
                    name: Fen Road and Street Paving Centre
                    regions: [Fen]
                    names: [{name: FRSPC, shared: yes}, {name: Kerbstone, alone: ask}]
                    source: s
                  - id: P-wold
                    name: Wold Road and Street Paving Centre
                    regions: [Wold]
                    names: [{name: FRSPC, shared: yes}, {name: Grit House, alone: nothing, here: ask}]
                    source: s
                  - id: P-new
                    name: Oakham Roads
                    registrations: [GB-CHC-9999999]
                    names: [{name: Rutland Ways, to: 2014-09-30}, {name: Oakham Roads, from: 2014-10-01}]
                    source: s
                  - {id: P-mixed, name: Oundle Works, specialist: no, source: s}
                """));
  }

  private String answer(String body, String supplier, String description, LocalDate on) {
    return new Classifier(rulebook, Overlay.inRegion(body))
        .classify(Particulars.of(supplier, description), on)
        .answer()
        .label();
  }

  private List<String> rules(String body, String supplier) {
    return new Classifier(rulebook, Overlay.inRegion(body))
        .classify(Particulars.of(supplier, ""), DAY)
        .rules();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Oakham Roads (****6716)",
        "OAKHAM ROADS#RB31110388",
        "OAKHAM ROADS [211594]",
        "OAKHAM ROADS                          ",
        "Smith Holdings T/A Oakham Roads",
        "The Oakham Roads Ltd.",
        "OAKHAM ROADS_4074",
      })
  void isKnownUnderWhatALedgerAdds(String supplier) {
    assertThat(rules("", supplier)).containsExactly("P-new");
  }

  @Test
  void isKnownByItsInitialsWithFullStopsAndByANameCutOff() {
    assertThat(rules("Louth", "F.R.S.P.C.")).containsExactly("P-wold");
    assertThat(rules("", "WOLD ROAD AND STREET PAVING CENT")).containsExactly("P-wold");
    assertThat(rules("", "WOLD ROAD AND STREET")).isEmpty();
  }

  @Test
  void aSharedNameIsTheRegionsAndElsewhereAnyOfThem() {
    assertThat(rules("Ely City Council", "FRSPC")).containsExactly("P-fen");
    assertThat(rules("Louth Town Council", "FRSPC")).containsExactly("P-wold");
    assertThat(
            Explanation.of(
                new Classifier(rulebook, Overlay.NONE),
                Particulars.of("FRSPC", ""),
                Optional.empty()))
        .contains(
            "  P-fen supplier 'FRSPC' may be Fen Road and Street Paving Centre, a specialist (s)",
            "  P-wold supplier 'FRSPC' may be Wold Road and Street Paving Centre, a specialist (s)");
  }

  @Test
  void aNameCountsWhileItWasInUse() {
    assertThat(answer("", "Rutland Ways", "", DAY.minusDays(1))).isEqualTo("NOT_BROKEN_DOWN");
    assertThat(answer("", "Rutland Ways", "", DAY)).isEqualTo("NOT_TOPIC");
    assertThat(answer("", "Oakham Roads", "", DAY)).isEqualTo("NOT_BROKEN_DOWN");
    assertThat(answer("", "Oakham Roads", "", DAY.minusDays(1))).isEqualTo("NOT_TOPIC");
  }

  @Test
  void aPlaceOfItsOwnRegionBelongsToAName() {
    assertThat(answer("", "Kerbstone", "", DAY)).isEqualTo("FOR_REVIEW");
    assertThat(answer("", "Kerbstone Wisbech Ltd", "", DAY)).isEqualTo("NOT_BROKEN_DOWN");
    assertThat(answer("", "ELY KERBSTONE", "", DAY)).isEqualTo("NOT_BROKEN_DOWN");
    assertThat(answer("", "Kerbstone Louth", "", DAY)).isEqualTo("NOT_TOPIC");
    assertThat(answer("", "Kerbstone Motors Wisbech", "", DAY)).isEqualTo("NOT_TOPIC");
  }

  @Test
  void aVeryCommonNameIsAskedAboutEvenAtHome() {
    assertThat(answer("Louth Town Council", "Grit House", "", DAY)).isEqualTo("FOR_REVIEW");
    assertThat(answer("", "Grit House", "", DAY)).isEqualTo("NOT_TOPIC");
  }

  @Test
  void aPayeeWhoDoesOtherWorkIsAskedAboutOnlyForAnActivity() {
    assertThat(answer("", "Oundle Works", "", DAY)).isEqualTo("NOT_TOPIC");
    assertThat(answer("", "Oundle Works", "paving", DAY)).isEqualTo("FOR_REVIEW");
  }

  @Test
  void aSpecialistNamedInWhatWasBoughtCountsAndOneWordDoesNot() {
    assertThat(answer("", "Town Council", "Grant for Oakham Roads", DAY))
        .isEqualTo("NOT_BROKEN_DOWN");
    assertThat(answer("", "Town Council", "oakham roads resurfaced", DAY)).isEqualTo("NOT_TOPIC");
    assertThat(answer("Louth", "Town Council", "FRSPC", DAY)).isEqualTo("NOT_TOPIC");
    assertThat(answer("Louth", "Town Council", "Grit House rent", DAY)).isEqualTo("FOR_REVIEW");
  }

  @Test
  void everyFaultOfTheHeadIsNamedWithTheRestAndBytesThatAreNoTextAreRefused() throws IOException {
    Path bad =
        Files.writeString(
            folder.resolve("bad.yaml"),
            """
            topic: roads
            title: ''
            edition: one
            in-force-from: 2026-13-01
            categories: []
            rules: []
            providers:
              - {id: P-1, name: "...", source: s}
            """);
    assertThatThrownBy(() -> RulebookFile.read(bad))
        .hasMessage(
            """
            bad.yaml:2: key 'title' has no value
            bad.yaml:4: '2026-13-01' is not a date written yyyy-MM-dd
            bad.yaml:8: name '...' has no word: it would be found in every line""");
    Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {'a', ':', '\n', 3});
    assertThatThrownBy(() -> RulebookFile.read(binary))
        .hasMessage(
            "binary.yaml:2: holds the character U+0003, which no text has; save the file as UTF-8"
                + " text");
  }
}
