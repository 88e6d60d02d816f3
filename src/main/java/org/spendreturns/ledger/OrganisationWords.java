package org.spendreturns.ledger;

import java.util.List;
import java.util.Set;

/**
 * Tells whether the words of a name show an organisation, in English or Welsh.
 *
 * <p>What a trade is called shows nothing, for a sole trader's name stands before it: {@code Jane
 * Doe Women's Counselling}, {@code Jane Doe UK}. So such words count only in pairs, where a name
 * begins or ends with one: {@code Nene Vale Rape Crisis}, or as the third, its last. A person's
 * calling takes the proof away, whom ever the person works for: {@code Jane Doe NHS Dentist}.
 */
final class OrganisationWords {

  /** No one is called so, and no trade: one of them is enough. */
  private static final Set<String> ONLY_OF_BODIES =
      Set.of(
          ("ASSOC ASSOCIATION AUTHORITIES AUTHORITY AWDURDOD BWRDD CANOLFAN CCG CHARITABLE"
                  + " CHARITIES COMISIYNYDD COMMISSIONER COMMITTEE CONSORTIUM CONSTABULARY"
                  + " COOPERATIVE CORPORATION COUNCIL COUNCILS CYMDEITHAS CYNGOR DEPARTMENT DEPT"
                  + " ELUSEN FEDERATION FOUNDATION GOVERNMENT HEDDLU HOSPICE INSTITUTE"
                  + " LLYWODRAETH MINISTRY NHS POLICE PRIFYSGOL RASASC SARC SOCIETY TRUSTEES"
                  + " UNIVERSITY YMDDIRIEDOLAETH")
              .split(" "));

  /** Some people are called so, but no trade: wherever it stands among three words and more. */
  private static final String BOROUGH = "BOROUGH";

  /** Some people are called so; the last of three words and more, they are none of a person's. */
  private static final Set<String> INSTITUTIONS =
      Set.of("CHARITY COLLEGE FORUM HOSPITAL HOSPITALS LIBRARY REFUGE SCHOOL TRUST".split(" "));

  /** What a sole trader's trade may be called too: they count in pairs. */
  private static final Set<String> SHARED_WITH_TRADES =
      Set.of(
          ("ABUSE ACADEMY ADVICE AGENCY AID ASSAULT BUREAU CENTER CENTRE CITIZENS CLINICAL"
                  + " COMMISSIONING COMMUNITY COMPANY COUNTY CRISIS DISTRICT ENGLAND GROUP"
                  + " HELPLINE HOLDINGS INTEREST INTERNATIONAL NATIONAL NETWORK PARTNERSHIP PRIMARY PROJECT"
                  + " RAPE REFERRAL SERVICE SEXUAL SURVIVORS UK VICTIM VICTIMS WALES WOMEN WOMENS"
                  + " YOUTH")
              .split(" "));

  /** What a person is: whoever bears it is one, for whomever they work. */
  private static final Set<String> CALLINGS =
      Set.of(
          ("ADVISER ADVISOR ADVOCATE ASSISTANT AUDITOR BARRISTER CHAPLAIN CLEANER CLERK COACH"
                  + " CONSULTANT COORDINATOR COUNSELLOR DENTIST DOCTOR EXAMINER FACILITATOR"
                  + " GOVERNOR INSPECTOR INTERPRETER INVESTIGATOR LECTURER MAGISTRATE MEDIATOR"
                  + " MEMBER MENTOR NURSE OFFICER PHOTOGRAPHER PHYSICIAN PRACTITIONER PSYCHIATRIST"
                  + " PSYCHOLOGIST PSYCHOTHERAPIST SOLICITOR SPEAKER SUPERVISOR SURGEON TEACHER"
                  + " THERAPIST TRAINER TRANSLATOR TUTOR VOLUNTEER WITNESS WORKER WRITER")
              .split(" "));

  /** Schools that one person keeps: {@code Jane Doe Driving School}. */
  private static final Set<String> TAUGHT_BY_ONE =
      Set.of(
          "COOKERY DANCE DANCING DRIVING DRAMA LANGUAGE MUSIC RIDING STAGE SWIM SWIMMING"
              .split(" "));

  /** Nobody's name begins with it. */
  private static final String ARTICLE = "THE";

  private OrganisationWords() {}

  /**
   * Whether they show an organisation.
   *
   * @param words of a name, as {@link Individual#words} gives them
   */
  static boolean show(List<String> words) {
    List<String> name =
        words.stream().filter(word -> word.chars().allMatch(Character::isLetter)).toList();
    if (!name.isEmpty() && name.get(name.size() - 1).equals(ARTICLE)) { // LARCH TRUST THE
      return show(name.subList(0, name.size() - 1));
    }
    if (name.isEmpty() || name.stream().anyMatch(CALLINGS::contains)) {
      return false;
    }
    return name.stream().anyMatch(ONLY_OF_BODIES::contains)
        || isInstitution(name)
        || isPair(name, name.get(0).equals(ARTICLE) ? 1 : 0)
        || isPair(name, name.size() - 2)
        || endsThird(name);
  }

  /** {@code Dorset Rape Crisis Support Centre}: not at one place, but three of them. */
  private static boolean endsThird(List<String> name) {
    return isOfAPair(name.get(name.size() - 1))
        && name.stream().filter(OrganisationWords::isOfAPair).distinct().count() > 2;
  }

  private static boolean isInstitution(List<String> name) {
    int last = name.size() - 1;
    return last > 1
        && (name.contains(BOROUGH)
            || (INSTITUTIONS.contains(name.get(last))
                && !TAUGHT_BY_ONE.contains(name.get(last - 1))));
  }

  private static boolean isPair(List<String> name, int at) {
    return at >= 0
        && at + 1 < name.size()
        && isOfAPair(name.get(at))
        && isOfAPair(name.get(at + 1));
  }

  private static boolean isOfAPair(String word) {
    return INSTITUTIONS.contains(word) || SHARED_WITH_TRADES.contains(word);
  }
}
