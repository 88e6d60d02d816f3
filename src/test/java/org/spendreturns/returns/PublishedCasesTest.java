package org.spendreturns.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spendreturns.returns.Desk.notes;
import static org.spendreturns.returns.Desk.row;
import static org.spendreturns.returns.Desk.says;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Award decisions that public bodies published, put as registers: the figures are theirs. */
class PublishedCasesTest {

  private static final String BODY =
      """
      id: b
      name: The Body
      kind: pcc
      complete:
        register: 2009-10..2030-31
      """;

  @TempDir Path folder;

  /** sudburymercury.co.uk, Critical Support Fund of the commissioner for Suffolk, 2021/22. */
  @Test
  void suffolkReconcilesToItsPrintedTotal() {
    Return filing =
        make(
            "2021-22",
            """
            reference,kind,organisation,service,category,awarded,value
            S-1,grant,Suffolk Rape Crisis,counselling sessions and helpline,FACE_TO_FACE,2021-10-01,21900
            S-2,grant,Survivors in Transition,groups for young victims of sexual abuse,FACE_TO_FACE,2021-10-01,5366
            S-3,grant,Bury St Edmunds Women's Aid,freedom programme and outreach,NOT_TOPIC,2021-10-01,5407
            S-4,grant,Lighthouse Women's Aid,help and group work,NOT_TOPIC,2021-10-01,5625
            S-5,bid,Commissioner for Suffolk,asked of the government,,2021-10-01,69815
            ,total,,all lines,,,38298
            """);
    assertThat(row(filing.awarded(), "(i) Advocacy")).containsExactly("none", "none");
    assertThat(row(filing.awarded(), "(ii) Face to face")).containsExactly("£27,266", "£27,266");
    assertThat(row(filing.awarded(), "(iii) Forensic")).containsExactly("none", "none");
    assertThat(row(filing.awarded(), "Total identified")).containsExactly("£27,266", "£27,266");
    assertThat(filing.method().warnings()).isEmpty();
  }

  /** cleveland.pcc.police.uk, Ministry of Justice funding for services, 2020. */
  @Test
  void clevelandDoesNotAddUpToItsPrintedTotal() {
    Return filing = make("2019-20..2020-21", cleveland());
    assertThat(row(filing.awarded(), "Not broken down"))
        .containsExactly("£1,022.55", "£46,653.80", "£47,676.35");
    for (String title : new String[] {"(i) Advocacy", "(ii) Face to face", "(iii) Forensic"}) {
      assertThat(row(filing.awarded(), title).get(1)).isEqualTo("not broken down");
    }
    assertThat(filing.method().warnings())
        .containsExactly(
            "r.csv:12: all headings: its 10 rows add up to £397,638.55, printed is £401,667.47;"
                + " difference £4,028.92");
  }

  @Test
  void clevelandCountsInTheYearOfTheAwardIfTheBodySaysSo() {
    Return filing = make(BODY + "split: award-date\n", "2019-20..2020-21", cleveland());
    assertThat(row(filing.awarded(), "Not broken down"))
        .containsExactly("none", "£47,676.35", "£47,676.35");
    assertThat(Desk.figure(filing, "awarded.NOT_BROKEN_DOWN.C-2.2020-21").parts())
        .extracting(part -> ((Part.OfContract) part).rule())
        .containsExactly("all in the year of the award");
  }

  /** southampton.gov.uk, decision 2215: a service that council, NHS and commissioner pay. */
  @Test
  void southamptonCountsEachFundersOwnShareOnly() {
    String head =
        "reference,kind,organisation,service,category,start,end,options,value per year,value,"
            + "co-funders,whole value\n";
    String service = "H-1,contract,The Provider,domestic and sexual abuse,NOT_BROKEN_DOWN,";
    String term = "2022-04-01,2027-03-31,2027-04-01 to 2029-03-31: %s,%s,,%s,2450000\n";
    Return commissioner =
        make(
            "2022-23..2028-29",
            head
                + service
                + term.formatted("292000", "146000", "Southampton City Council and NHS: 1720000"));
    Return council =
        make(
            "2022-23..2028-29",
            head
                + service
                + term.formatted("688000", "344000", "Commissioner for Hampshire: 730000"));
    assertThat(row(commissioner.awarded(), "Not broken down"))
        .containsExactly(
            "£146,000", "£146,000", "£146,000", "£146,000", "£146,000", "none", "none", "£730,000");
    assertThat(says(commissioner, "awarded.NOT_BROKEN_DOWN.H-1.total")).isEqualTo("£730,000");
    assertThat(says(council, "awarded.NOT_BROKEN_DOWN.2022-23")).isEqualTo("£344,000");
    assertThat(says(council, "awarded.NOT_BROKEN_DOWN.H-1.total")).isEqualTo("£1,720,000");
    assertThat(notes(commissioner, "awarded.NOT_BROKEN_DOWN.H-1.total"))
        .containsExactly(
            "H-1: jointly funded; this body's share is £730,000 of £2,450,000; Southampton City"
                + " Council and NHS £1,720,000. Only this body's share is counted.",
            "H-1: options, not counted: 1 April 2027 to 31 March 2029, £292,000; with options"
                + " £1,022,000.");
    assertThat(commissioner.method().warnings()).isEmpty();
    assertThat(council.method().warnings()).isEmpty();
  }

  @Test
  void southamptonsApprovalToProcureIsNoAward() {
    Return filing =
        make(
            "2022-23",
            """
            reference,kind,organisation,service,start,end,value
            H-0,tender,,domestic and sexual abuse service,2022-04-01,2029-03-31,3430000
            """);
    assertThat(row(filing.awarded(), "Total identified")).containsExactly("none", "none");
    assertThat(filing.pools())
        .extracting(Pool::note)
        .containsExactly("An invitation to tender: nothing was awarded yet, so it is in no total.");
  }

  /** newarkadvertiser.co.uk: the commissioner for Nottinghamshire's advisers, stated by year. */
  @Test
  void nottinghamshireStatesItsYears() {
    Return filing =
        make(
            "2020-21..2021-22",
            """
            reference,kind,organisation,service,category,start,end,value,2020-21,2021-22
            N-1,grant,Notts SVSS,advisers,ADVOCACY,2020-04-01,2022-03-31,218750,109375,109375
            """);
    assertThat(row(filing.awarded(), "(i) Advocacy"))
        .containsExactly("£109,375", "£109,375", "£218,750");
    assertThat(notes(filing, "awarded.ADVOCACY.2020-21")).isEmpty();
    assertThat(notes(filing, "awarded.ADVOCACY.N-1.2020-21")).isEmpty();
  }

  /** westbridgfordwire.com: Nottingham City Council's extension over two calendar years. */
  @Test
  void nottinghamDividesACalendarContractAsTheBodySays() {
    String register =
        """
        reference,kind,organisation,service,category,start,end,value
        N-2,grant,The Partner,sexual violence support,NOT_BROKEN_DOWN,2024-01-01,2025-12-31,224814
        """;
    assertThat(
            row(
                make(BODY + "split: months\n", "2023-24..2025-26", register).awarded(),
                "Not broken down"))
        .containsExactly("£28,101.75", "£112,407", "£84,305.25", "£224,814");
    Return byDays = make("2023-24..2025-26", register);
    assertThat(row(byDays.awarded(), "Not broken down"))
        .containsExactly("£27,986.42", "£112,253.23", "£84,574.35", "£224,814");
    assertThat(notes(byDays, "awarded.NOT_BROKEN_DOWN.N-2.2023-24"))
        .containsExactly("Split by days, 91 of 731.");
  }

  /** Hansard, 3 February 2010: the Ministry of Justice's Victims Fund 2009-10. */
  @Test
  void victimsFundReconcilesToThePenny() {
    Return filing =
        make(
            "2009-10",
            """
            reference,kind,organisation,service,category,parent,2009-10,value
            V-1,grant,Sexual violence organisations,sexual violence,NOT_BROKEN_DOWN,ALL,1249664,1249664
            V-2,grant,Homicide organisations,homicide,NOT_TOPIC,ALL,333101,333101
            V-3,grant,Hate crime organisations,hate crime,NOT_TOPIC,ALL,309489.69,309489.69
            ALL,total,,Victims Fund,,,,1892254.69
            SV,total,,sexual violence as the Home Office printed it,NOT_BROKEN_DOWN,,,1250000
            """);
    assertThat(row(filing.awarded(), "Total identified").get(0)).isEqualTo("£1,249,664");
    assertThat(filing.method().warnings())
        .containsExactly(
            "r.csv:6: sexual violence as the Home Office printed it: its 1 row adds up to"
                + " £1,249,664, printed is £1,250,000; difference £336");
  }

  /** Rotherham Council to March 2015: counselling, other support, and a contingency. */
  @Test
  void rotherhamKeepsWhatIsNotAwardedApart() {
    Return filing =
        make(
            "2014-15",
            """
            reference,kind,organisation,service,category,end,2014-15,value
            R-1,grant,Counsellors,counselling,FACE_TO_FACE,2015-03-31,40000,40000
            R-2,grant,Supporters,support,NOT_BROKEN_DOWN,2015-03-31,20000,20000
            R-3,tender,,support not yet awarded,NOT_BROKEN_DOWN,2015-03-31,49000,49000
            R-4,fund,,contingency,,2015-03-31,11000,11000
            """);
    assertThat(row(filing.awarded(), "(ii) Face to face").get(0)).isEqualTo("£40,000");
    assertThat(row(filing.awarded(), "Not broken down").get(0)).isEqualTo("£20,000");
    assertThat(says(filing, "pool.R-3.2014-15")).isEqualTo("£49,000");
    assertThat(says(filing, "pool.R-4.2014-15")).isEqualTo("£11,000");
  }

  /** The commissioner for Bedfordshire's referral centre 2020: the parts exceed the whole. */
  @Test
  void bedfordshiresDifferenceIsExactlyOneLine() {
    Return filing =
        make(
            "2020-21",
            """
            reference,kind,organisation,service,category,awarded,value
            B-1,grant,Referral Centre,centre,FORENSIC,2020-05-01,300000
            B-2,grant,Referral Centre,advisers,ADVOCACY,2020-05-01,175000
            B-3,grant,Referral Centre,NHS part,FORENSIC,2020-05-01,75000
            ,total,,referral centre as printed,,,475000
            """);
    assertThat(filing.method().warnings())
        .containsExactly(
            "r.csv:5: referral centre as printed: its 3 rows add up to £550,000, printed is"
                + " £475,000; difference -£75,000; it is exactly B-3");
  }

  /** The commissioner for Norfolk 2014: six printed lines, a total in whole pounds. */
  @Test
  void norfolkTellsPenceAgainstARoundedTotal() {
    Return filing =
        make(
            "2014-15",
            """
            reference,kind,organisation,service,category,awarded,value
            N-1,grant,One,support,NOT_BROKEN_DOWN,2014-05-01,300000.00
            N-2,grant,Two,support,NOT_BROKEN_DOWN,2014-05-01,15282.75
            ,total,,grants as printed,,,315282
            """);
    assertThat(filing.method().warnings())
        .containsExactly(
            "r.csv:4: grants as printed: its 2 rows add up to £315,282.75, printed is £315,282;"
                + " difference -£0.75");
  }

  /** The commissioner for Kent's Covid list, cut off after 17 of its lines. */
  @Test
  void kentsCutListIsNoticed() {
    StringBuilder register =
        new StringBuilder("reference,kind,organisation,service,category,awarded,value\n");
    for (int i = 1; i <= 16; i++) {
      register.append("K-%d,grant,Body %d,support,,2020-06-01,38664.11\n".formatted(i, i));
    }
    register.append("K-17,grant,Body 17,support,,2020-06-01,0.04\n");
    register.append(",total,,the list,,,640380.80\n");
    assertThat(make("2020-21", register.toString()).method().warnings())
        .containsExactly(
            "r.csv:19: the list: its 17 rows add up to £618,625.80, printed is £640,380.80;"
                + " difference £21,755");
  }

  /** The commissioner for Cambridgeshire's referral centre 2016/17: half paid by the NHS. */
  @Test
  void cambridgeshireCountsItsHalf() {
    Return filing =
        make(
            "2016-17",
            """
            reference,kind,organisation,service,category,2016-17,value,co-funders,whole value
            C-1,grant,Referral Centre,refurbishment,FORENSIC,310831,310831,NHS: 310831,621662
            """);
    assertThat(row(filing.awarded(), "(iii) Forensic")).containsExactly("£310,831", "£310,831");
    assertThat(filing.method().warnings()).isEmpty();
  }

  private static String cleveland() {
    return """
        reference,kind,organisation,service,category,awarded,start,end,value
        C-1,grant,Various,domestic abuse,NOT_TOPIC,2020-06-01,2020-03-24,2021-03-31,135742.00
        C-2,grant,A Way Out,sexual violence,NOT_BROKEN_DOWN,2020-06-01,2020-03-24,2021-03-31,6430.00
        C-3,grant,Arch,sexual violence,NOT_BROKEN_DOWN,2020-06-01,2020-03-24,2021-03-31,16555.87
        C-4,grant,Eva Women's Aid,sexual violence,NOT_BROKEN_DOWN,2020-06-01,2020-03-24,2021-03-31,12800
        C-5,grant,Safer Communities,sexual violence,NOT_BROKEN_DOWN,2020-06-01,2020-03-24,2021-03-31,11890.48
        C-6,grant,Two,domestic abuse,NOT_TOPIC,2020-06-01,2020-03-24,2021-03-31,53441.45
        C-7,grant,Three,domestic abuse,NOT_TOPIC,2020-06-01,2020-03-24,2021-03-31,82597.27
        C-8,grant,Four,domestic abuse,NOT_TOPIC,2020-06-01,2020-03-24,2021-03-31,24772.00
        C-9,grant,Five,domestic abuse,NOT_TOPIC,2020-06-01,2020-03-24,2021-03-31,28719.00
        C-10,grant,Eva Women's Aid,domestic abuse,NOT_TOPIC,2020-06-01,2020-03-24,2021-03-31,24690.48
        ,total,,all headings,,,,,401667.47
        """;
  }

  private Return make(String years, String register) {
    return make(BODY, years, register);
  }

  private Return make(String body, String years, String register) {
    return new Desk(folder).withBody(body).withRegister("r.csv", register).make(years);
  }
}
