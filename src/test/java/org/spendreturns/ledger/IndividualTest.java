package org.spendreturns.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndividualTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dorothea Quillfeather",
        "QUILLFEATHER, Dorothea",
        "MRS D QUILLFEATHER",
        "Sir Dorian Quillfeather",
        "Dr Siân Åkerström",
        "d.quillfeather",
        "O'Dunkel Zoë",
        "Quillfeather",
        "Mr & Mrs Quillfeather",
        "Dorothea Quillfeather Counselling",
        "D Quillfeather Training Services",
        "Dorothea Quillfeather t/a The Larch Trust",
        "DOROTHEA QUILLFEATHER (****1234)",
        "Refuge Ltd, for the attention of Mrs Quillfeather",
        "Miss Quillfeather Council",
        "Peakirk Training Associates",
        "Mary England",
        "John Trust",
        "Joan Forum",
        "Thomas Library",
        "Peter School",
        "Charity Quillfeather",
        "Araminta Birtwhistle Community Counselling",
        "Jane Doe Sexual Health Counsellor",
        "Jane Doe (Victim Care)",
        "JANE DOE WOMENS COUNSELLING",
        "Jane Doe UK",
        "Jane Doe National Psychotherapy",
        "Jane Doe Agency Nurse",
        "Jane Doe NHS Dentist",
        "Jane Doe Driving School",
        "Doe Jane County Court Witness",
        "DC Jane Doe"
      })
  void mayBeAPrivateIndividual(String name) {
    assertThat(Individual.mayBe(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Quillfeather Ltd",
        "QUILLFEATHER AND DAUGHTERS LIMITED",
        "Dr Quill Ltd",
        "The Larch Trust",
        "Women’s Aid",
        "Nene Vale Rape Crisis",
        "Alderwick Borough Council",
        "Comisiynydd yr Heddlu a Throseddu Dyffryn Wennol",
        "Papur Glas Cyf",
        "Cyngor Sir Wennol",
        "Ymddiriedolaeth Glan Ŵyr",
        "HERON COURT SCHOOL",
        "LARCH COURT TRUST THE",
        "Rape Crisis Wennol",
        "Osier Bridge Women's Centre",
        "WENNOL RAPE AND SEXUAL ABUSE CENTRE (WRASAC)",
        "Wennol Rape Crisis Support Centre#RB31110001",
        "Nene Vale Clinical Commissioning Group",
        "Borough and district councils",
        "London Borough of Wennol",
        "Larch CIC t/a Dorothea's",
        "3DSV2",
        "12345"
      })
  void isShownToBeAnOrganisation(String name) {
    assertThat(Individual.mayBe(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mrs Dorothea Quillfeather",
        "QUILLFEATHER, Dorothea",
        "dorothea quillféather",
      })
  void isRecognisedEitherWayRoundWithoutTitleAndAccents(String name) {
    assertThat(Individual.spellings(name)).contains(List.of("DOROTHEA", "QUILLFEATHER"));
  }
}
