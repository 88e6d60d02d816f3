package org.spendreturns.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.store.Editions.Address;

/**
 * Award decisions that public bodies published, as register and ledger files through one night: the
 * figures are theirs. Where a page prints a sum without its lines, the lines here are invented.
 */
class CasesNightlyTest {

  private static final List<String> NEEDING_A_PERSON = new ArrayList<>();
  private static Installation place;

  @BeforeAll
  static void issueAll(@TempDir Path folder) throws IOException {
    place = Installation.withTheRulebook(folder);
    suffolk();
    warwickshire();
    cleveland();
    cambridgeshire();
    southampton();
    bedfordshire();
    victimsFund();
    rotherham();
    Runs.Ended ended = place.night(Instant.parse("2026-11-23T02:00:00Z"));
    assertThat(ended.failure()).isEmpty();
    NEEDING_A_PERSON.addAll(Installation.needingAPerson(ended));
  }

  /** sudburymercury.co.uk, Critical Support Fund of the commissioner for Suffolk, 2021/22. */
  private static void suffolk() throws IOException {
    body(
        "suffolk",
        "2021-22",
        """
        reference,kind,organisation,service,awarded,value
        S-1,grant,Suffolk Rape Crisis,"counselling sessions, helpline",2021-10-01,21900
        S-2,grant,Survivors in Transition,"face-to-face groups, young victims of sexual abuse",2021-10-01,5366
        S-3,grant,Bury St Edmunds Women's Aid,"freedom programme, face-to-face outreach after domestic abuse",2021-10-01,5407
        S-4,grant,Lighthouse Women's Aid,"face-to-face help, group work after domestic abuse",2021-10-01,5625
        S-5,bid,Commissioner for Suffolk,asked of the government,2021-10-01,69815
        ,total,,all lines,,38298
        """);
    StringBuilder ledger =
        new StringBuilder("Payment Date,Supplier Name,Purpose of Spend,Net Amount,Contract Ref\n");
    for (int month = 4; month <= 15; month++) {
      ledger.append(
          "%02d/%02d/%d,Fen Stationers,Paper,10.00,\n"
              .formatted(1, (month - 1) % 12 + 1, month > 12 ? 2022 : 2021));
    }
    ledger.append("15/10/2021,Suffolk Rape Crisis,Critical Support Fund,21900.00,S-1\n");
    ledger.append("18/10/2021,Survivors in Transition,Critical Support Fund,5366.00,S-2\n");
    place.write("ledgers/suffolk/payments.csv", ledger.toString());
  }

  @Test
  void suffolkIsAwardedAndPaidToThePenny() {
    assertThat(cells("suffolk", "2021-22", "awarded", "FACE_TO_FACE", "FORENSIC", "ALL"))
        .containsExactly("£27,266.00", "none", "£27,266.00");
    assertThat(cells("suffolk", "2021-22", "paid", "FACE_TO_FACE", "FORENSIC", "ALL"))
        .containsExactly("£27,266.00", "none", "£27,266.00");
    assertThat(told("suffolk")).isEmpty();
  }

  /** The commissioner for Warwickshire, Covid money of 2020. */
  private static void warwickshire() throws IOException {
    body(
        "warwickshire",
        "2020-21",
        """
        reference,kind,organisation,service,category,awarded,parent,value
        W-1,grant,RoSA,support,NOT_BROKEN_DOWN,2020-05-01,SV,28930
        W-2,grant,Safeline,support,NOT_BROKEN_DOWN,2020-05-01,SV,35926
        W-3,grant,Refuge and others,domestic abuse,NOT_TOPIC,2020-05-01,DA,153308
        W-4,fund,Ministry of Justice,Sexual violence pot,,2020-05-01,,48000
        SV,total,,sexual violence,,,,64856
        DA,total,,domestic abuse,,,,153308
        ,total,,all,,,,218164
        """);
  }

  @Test
  void warwickshireReconcilesAndKeepsThePotApart() {
    assertThat(cells("warwickshire", "2020-21", "awarded", "NOT_BROKEN_DOWN", "ALL"))
        .containsExactly("£64,856.00", "£64,856.00");
    assertThat(figures("warwickshire", "2020-21")).containsEntry("pool.W-4.2020-21", "£48,000.00");
    assertThat(told("warwickshire")).isEmpty();
  }

  /** The commissioner for Cleveland, October 2023: money of NHS England passed on. */
  private static void cleveland() throws IOException {
    body(
        "cleveland",
        "2023-24",
        """
        reference,kind,organisation,service,category,awarded,value,note
        C-1,grant,One,therapy,FACE_TO_FACE,2023-10-02,57679.53,Money of NHS England passed on.
        C-2,grant,Two,therapy,FACE_TO_FACE,2023-10-02,34412.47,Money of NHS England passed on.
        C-3,income,NHS England,for therapy,,2023-10-02,92092,
        ,total,,all,,,92092,
        """);
  }

  @Test
  void clevelandCountsTheMoneyOnceOnItsWayOut() {
    assertThat(cells("cleveland", "2023-24", "awarded", "ADVOCACY", "FACE_TO_FACE", "ALL"))
        .containsExactly("none", "£92,092.00", "£92,092.00");
    assertThat(told("cleveland")).isEmpty();
  }

  /** The commissioner for Cambridgeshire's referral centre 2016/17: half paid by the NHS. */
  private static void cambridgeshire() throws IOException {
    body(
        "cambridgeshire",
        "2016-17",
        """
        reference,kind,organisation,service,category,awarded,value,co-funders,whole value
        C-1,grant,Referral Centre,refurbishment,FORENSIC,2016-05-01,,NHS England: 50%,621662
        """);
  }

  @Test
  void cambridgeshireCountsTheHalfThatTheNhsLeaves() {
    assertThat(cells("cambridgeshire", "2016-17", "awarded", "FORENSIC", "ALL"))
        .containsExactly("£310,831.00", "£310,831.00");
    assertThat(told("cambridgeshire")).isEmpty();
  }

  /** southampton.gov.uk, decision 2215, as the page prints it: sums a year. */
  private static void southampton() throws IOException {
    body(
        "hampshire",
        "2022-23..2028-29",
        """
        reference,kind,organisation,service,category,start,end,options,value per year,value,up to,co-funders,whole value
        H-1,contract,The Provider,domestic and sexual abuse,NOT_BROKEN_DOWN,2022-04-01,2027-03-31,2027-04-01 to 2029-03-31: 292000,146000,,3430000,Southampton City Council and NHS: 344000 a year,490000 a year
        """);
  }

  @Test
  void southamptonsServiceCountsTheCommissionersShareInTheFirmYears() {
    Map<String, String> figures = figures("hampshire", "2022-23..2028-29");
    assertThat(figures)
        .containsEntry("awarded.NOT_BROKEN_DOWN.2022-23", "£146,000.00")
        .containsEntry("awarded.NOT_BROKEN_DOWN.2026-27", "£146,000.00")
        .containsEntry("awarded.NOT_BROKEN_DOWN.2027-28", "none")
        .containsEntry("awarded.NOT_BROKEN_DOWN.H-1.total", "£730,000.00")
        .containsEntry("awarded.ALL.total", "£730,000.00");
    assertThat(told("hampshire")).isEmpty();
  }

  /** The commissioner for Bedfordshire's referral centre 2020: the NHS pays on top. */
  private static void bedfordshire() throws IOException {
    body(
        "bedfordshire",
        "2020-21",
        """
        reference,kind,organisation,service,category,awarded,value,co-funders,whole value
        B-1,grant,Referral Centre,centre,FORENSIC,2020-05-01,300000,NHS England: 75000,
        B-2,grant,Referral Centre,advisers in the centre,FORENSIC,2020-05-01,175000,,
        ,total,,referral centre as printed,,,475000,,
        """);
  }

  @Test
  void bedfordshiresPartIsTheCommissioners() {
    assertThat(cells("bedfordshire", "2020-21", "awarded", "FORENSIC", "ALL"))
        .containsExactly("£475,000.00", "£475,000.00");
    assertThat(told("bedfordshire")).isEmpty();
  }

  /** Hansard, 3 February 2010: six lines on homicide, ten on hate crime, one on this topic. */
  private static void victimsFund() throws IOException {
    StringBuilder register =
        new StringBuilder("reference,kind,organisation,service,category,parent,awarded,value\n");
    register.append("V-0,grant,Centres,sexual violence,NOT_BROKEN_DOWN,ALL,2009-05-01,1249664\n");
    lines(register, "H", "homicide", 6, "55516.83", "55516.85");
    lines(register, "X", "hate crime", 10, "30948.97", "30948.96");
    register.append("H,total,,homicide,,,,333101\n");
    register.append("X,total,,hate crime,,,,309489.69\n");
    register.append(",total,,Victims Fund,,,,1892254.69\n");
    register.append("SV,total,,as the Home Office printed it,NOT_BROKEN_DOWN,,,1250000\n");
    body("justice", "2009-10", register.toString());
  }

  private static void lines(
      StringBuilder register, String group, String service, int count, String each, String last) {
    for (int i = 1; i <= count; i++) {
      register.append(
          "%s-%d,grant,Body %s%d,%s,NOT_TOPIC,%s,2009-05-01,%s\n"
              .formatted(group, i, group, i, service, group, i < count ? each : last));
    }
  }

  @Test
  void theVictimsFundReconcilesInEachOfItsGroups() {
    assertThat(cells("justice", "2009-10", "awarded", "NOT_BROKEN_DOWN", "ALL"))
        .containsExactly("£1,249,664.00", "£1,249,664.00");
    assertThat(told("justice"))
        .containsExactly(
            "justice/sexual-violence/2009-10: register.csv:22: as the Home Office printed it: its"
                + " 1 row adds up to £1,249,664, printed is £1,250,000; difference £336");
  }

  /** Rotherham Council to March 2015: counselling, other support, and a contingency. */
  private static void rotherham() throws IOException {
    body(
        "rotherham",
        "2014-15",
        """
        reference,kind,organisation,service,category,start,end,value
        R-1,grant,Counsellors,counselling,FACE_TO_FACE,2014-09-01,2015-03-31,40000
        R-2,grant,Supporters,support,NOT_BROKEN_DOWN,2014-09-01,2015-03-31,20000
        R-3,tender,,support not yet awarded,NOT_BROKEN_DOWN,2014-09-01,2015-03-31,49000
        R-4,fund,,contingency,,2014-09-01,2015-03-31,11000
        ,total,,all,,,,120000
        """);
  }

  @Test
  void rotherhamsTotalIsExplainedByWhatIsNoAward() {
    assertThat(cells("rotherham", "2014-15", "awarded", "FACE_TO_FACE", "NOT_BROKEN_DOWN", "ALL"))
        .containsExactly("£40,000.00", "£20,000.00", "£60,000.00");
    assertThat(figures("rotherham", "2014-15"))
        .containsEntry("pool.R-3.2014-15", "£49,000.00")
        .containsEntry("pool.R-4.2014-15", "£11,000.00");
    assertThat(told("rotherham"))
        .containsExactly(
            "rotherham/sexual-violence/2014-15: register.csv:6: all: its 2 rows add up to £60,000,"
                + " printed is £120,000; difference £60,000; it is exactly R-3 and R-4, in no total"
                + " here");
  }

  private static void body(String id, String years, String register) throws IOException {
    place.write(
        "bodies/%s.yaml".formatted(id),
        "id: %s\nname: The Body of %s\nkind: pcc\ncomplete:\n  register: %s\n"
            .formatted(id, id, years));
    place.write("contracts/%s/register.csv".formatted(id), register);
    place.write(
        "requests/%s.yaml".formatted(id),
        """
        reference: R-%s
        body: %s
        topic: sexual-violence
        title: Services
        years: %s
        questions:
          - number: "1"
            asks: amounts
            text: How much?
        """
            .formatted(id, id, years));
  }

  private static List<String> cells(String body, String year, String basis, String... rows) {
    Map<String, String> figures = figures(body, year);
    List<String> cells = new ArrayList<>();
    for (String row : rows) {
      cells.add(figures.getOrDefault("%s.%s.%s".formatted(basis, row, year), "no such figure"));
    }
    return cells;
  }

  private static Map<String, String> figures(String body, String years) {
    return place.figures(new Address(body, "sexual-violence", years), 1);
  }

  private static List<String> told(String body) {
    return NEEDING_A_PERSON.stream().filter(message -> message.startsWith(body + "/")).toList();
  }
}
