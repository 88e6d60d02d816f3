package org.spendreturns.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spendreturns.returns.Desk.notes;
import static org.spendreturns.returns.Desk.row;
import static org.spendreturns.returns.Desk.says;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.intake.BodyFile;
import org.spendreturns.intake.DocumentListFile;
import org.spendreturns.intake.RegisterFile;
import org.spendreturns.intake.RequestFile;

/** The sample's own files, and what a return makes of them before any ledger is there. */
class SampleTest {

  private static final String AUTHORITY = "not held – Northamptonshire Police Authority";
  private static final String POOL =
      "not separable – Interpersonal violence services pooled budget";
  private static final String HELPLINE = "its sum stands in Executive Order 44";

  @TempDir Path folder;

  private Return seed;
  private Return neneVale;

  @BeforeEach
  void makeBoth() throws IOException {
    seed =
        of(
            "northamptonshire-pcc",
            "northamptonshire-pcc/answer-03072015-2.csv",
            "northamptonshire-pcc-03072015-2.yaml");
    neneVale = of("nene-vale", "nene-vale/register.csv", "nene-vale-nv-2015-031.yaml");
  }

  @Test
  void givesNoSumForAServiceOfNorthamptonshireAndNeverZero() {
    for (String title : new String[] {"(i) Advocacy", "(ii) Face to face", "(iii) Forensic"}) {
      assertThat(row(seed.awarded(), title))
          .containsExactly(AUTHORITY, "not broken down", "not broken down", "not broken down");
    }
    assertThat(row(seed.awarded(), "Not broken down"))
        .containsExactly(AUTHORITY, POOL, HELPLINE, "no sum");
    assertThat(row(seed.awarded(), "Total identified"))
        .containsExactly(AUTHORITY, POOL, HELPLINE, "no sum");
    assertThat(row(seed.paid(), "Total identified"))
        .containsExactly(AUTHORITY, POOL, "no records on file", "no sum");
  }

  @Test
  void listsTheFundsOfNorthamptonshireAsWhatTheyAre() {
    assertThat(seed.pools())
        .extracting(Pool::name)
        .containsExactly(
            "Community Safety Fund",
            "Interpersonal violence services pooled budget",
            "Local Solutions Fund",
            "NCC contributions",
            "Net budget for commissioning activities");
    assertThat(says(seed, "pool.CSF.2013-14")).isEqualTo("£915,000");
    assertThat(says(seed, "pool.LSF.2014-15")).isEqualTo("£420,920");
    assertThat(seed.pools().get(0).note())
        .isEqualTo("A fund for other purposes; it is not spend on this topic: in no total.");
  }

  @Test
  void answersEveryQuestionOfTheSeedRequest() {
    assertThat(seed.answers())
        .extracting(Return.Answered::number)
        .containsExactly("1", "1.1", "1.2", "1.3", "1 (i)-(iii)", "2");
    assertThat(seed.answers())
        .extracting(Return.Answered::answer)
        .containsExactly(
            "We hold records of 1 contract or grant for these services in 2012-13 to 2014-15; it is"
                + " listed by category. 5 pooled budgets, funds and other sums are listed apart,"
                + " for they are in no total. The records of 2012-13 are held by Northamptonshire"
                + " Police Authority.",
            "Contracts and grants on file are with Northamptonshire Rape Crisis. The records of"
                + " 2012-13 are held by Northamptonshire Police Authority.",
            "Awarded in 2012-13 to 2014-15: %s (2012-13); %s (2013-14); %s (2014-15). Paid: %s (2012-13); %s (2013-14); no records on file (2014-15). No sum can be given for EO-44 (%s)."
                .formatted(AUTHORITY, POOL, HELPLINE, AUTHORITY, POOL, HELPLINE),
            "Start, end and the amount of each financial year stand beside each contract and grant."
                + " The start or end of EO-44 is not on file.",
            categoriesOfTheSeed(),
            "4 documents are listed: Northamptonshire Interpersonal Violence Strategy 2015-2018,"
                + " Refreshed Police and Crime Plan, Online Safety Report and Ten Point Pledge.");
  }

  @Test
  void dividesTheAgreementsOfNeneValeOverTheYears() {
    assertThat(row(neneVale.awarded(), "(i) Advocacy"))
        .containsExactly("£30,000", "£32,000", "£61,200", "£123,200");
    assertThat(row(neneVale.awarded(), "(ii) Face to face"))
        .containsExactly("£15,900", "£39,875", "at least £34,435", "at least £90,210");
    assertThat(row(neneVale.awarded(), "(iii) Forensic"))
        .containsExactly("£60,000", "£60,000", "£155,000", "£275,000");
    assertThat(says(neneVale, "awarded.NOT_BROKEN_DOWN.NV-105.2014-15")).isEqualTo("£5,900");
    assertThat(notes(neneVale, "awarded.NOT_BROKEN_DOWN.NV-105.2014-15"))
        .containsExactly("Split by days, 59 of 365.");
  }

  @Test
  void keepsTheBadRowOfNeneValeAndSaysWhatItCouldChange() {
    assertThat(neneVale.method().rejected())
        .extracting(rejected -> rejected.line().message())
        .containsExactly(
            "register.csv:13: column end: '2014-11-30' is before the start, '2014-12-01'; correct"
                + " one of the two");
    assertThat(notes(neneVale, "awarded.FACE_TO_FACE.2014-15"))
        .contains("2014-15: 1 row of the register could not be read (register.csv:13).");
  }

  @Test
  void showsTheTenderAsNoAward() {
    assertThat(neneVale.pools())
        .filteredOn(pool -> pool.reference().equals("NV-116"))
        .extracting(Pool::note)
        .containsExactly("An invitation to tender: nothing was awarded yet, so it is in no total.");
  }

  @Test
  void saysThatNeneValeIsInvented() {
    assertThat(neneVale.heading().invented())
        .contains(
            "Nene Vale, its organisations and all figures here are invented; this return is a"
                + " sample.");
    assertThat(seed.heading().invented()).isEmpty();
  }

  private static String categoriesOfTheSeed() {
    return "(i) Advocacy, (ii) Face to face and (iii) Forensic – awarded: %s (2012-13); not broken down (2013-14 and 2014-15). Paid: %s (2012-13); not broken down (2013-14); no records on file (2014-15).\nNot broken down – awarded: %s (2012-13); %s (2013-14); %s (2014-15). Paid: %s (2012-13); %s (2013-14); no records on file (2014-15)."
        .formatted(AUTHORITY, AUTHORITY, AUTHORITY, POOL, HELPLINE, AUTHORITY, POOL);
  }

  private Return of(String body, String register, String request) throws IOException {
    Path input = Path.of("input");
    return new Desk(folder)
        .withBody(BodyFile.read(input.resolve("bodies/" + body + ".yaml")))
        .withDocuments(
            DocumentListFile.read(input.resolve("documents/" + body + ".yaml")).documents())
        .withRegister(RegisterFile.read(input.resolve("contracts/" + register)))
        .withRequest(RequestFile.read(input.resolve("requests/" + request)))
        .make("2012-13..2014-15");
  }
}
