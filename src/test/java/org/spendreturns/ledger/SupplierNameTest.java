package org.spendreturns.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupplierNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "NORTHANTS RAPE + INCEST CRISIS CTR|NORTHAMPTONSHIRE RAPE AND INCEST CRISIS CENTRE",
        "Manchester Rape Crisis Line.|MANCHESTER RAPE CRISIS LINE",
        "'The Havens'|HAVENS",
        "Safeline Warwick Ltd|SAFELINE WARWICK",
        "SV2#RB31110388|SV2",
        "LANPAC LTD [211594]|LANPAC",
        "LANCASHIRE COUNTY COUNCIL (200398)|LANCASHIRE COUNTY COUNCIL",
        "Zenith Contractors Ltd****2523|ZENITH CONTRACTORS",
        "AQUARIUM CMS LTD (A/C ****6592)|AQUARIUM CMS",
        "Barford Services (****6635 / No. 8 Account)|BARFORD SERVICES",
        "A M S 2000 LTD **USE 172362 ***|A M S 2000",
        "SRASAC USE 314909|SRASAC",
        "192business Ltd (DUPLICATE)|192BUSINESS",
        "Acme Care_4074|ACME CARE",
        "Action 21 (2010) Ltd|ACTION 21 2010",
        "G4S Forensic & Medical Services (UK) Ltd|G4S FORENSIC AND MEDICAL SERVICES UK",
        "Nene  Advocacy C.I.C.|NENE ADVOCACY",
        "Women\u2019s Supp. Svcs|WOMENS SUPPORT SERVICES",
        "Ext\u00a0 Adapt\u00a0 Ltd|EXT ADAPT",
        "R.Draper Ltd|R DRAPER",
        "Limited Company Ltd|LIMITED COMPANY",
        "The|THE",
        "...|\"\"",
      })
  void levelsTheSpelling(String original, String normalised) {
    assertThat(SupplierName.of(original).normalised()).isEqualTo(normalised);
    assertThat(SupplierName.of(original).original()).isEqualTo(original);
    assertThat(SupplierName.of(original).tradingAs()).isEmpty();
  }

  @Test
  void keepsTheTradingNameApart() {
    SupplierName name = SupplierName.of("Addaction Ltd T/A Chy Colom (****1234)");
    assertThat(name.normalised()).isEqualTo("ADDACTION");
    assertThat(name.tradingAs()).contains("CHY COLOM");
    assertThat(SupplierName.of("AVC Wise Limited trading as My Money").tradingAs())
        .contains("MY MONEY");
  }

  @Test
  void takesATradingNameThatStandsAloneAsTheName() {
    SupplierName name = SupplierName.of("t/a Crests Ltd");
    assertThat(name.normalised()).isEqualTo("CRESTS");
    assertThat(name.tradingAs()).isEmpty();
  }

  @Test
  void leavesInitialsToTheRulebook() {
    assertThat(SupplierName.of("CSA Cleaning Equipment Ltd").normalised())
        .isEqualTo("CSA CLEANING EQUIPMENT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"nochange|NOCHANGE", "SAFELINE|SAFELINE"})
  void isStableUnderRepetition(String original, String normalised) {
    String once = SupplierName.of(original).normalised();
    assertThat(once).isEqualTo(normalised);
    assertThat(SupplierName.of(once).normalised()).isEqualTo(once);
  }
}
