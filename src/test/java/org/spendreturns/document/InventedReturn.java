package org.spendreturns.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.returns.DataQuality;
import org.spendreturns.returns.Figure;
import org.spendreturns.returns.Method;
import org.spendreturns.returns.Pool;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Section;
import org.spendreturns.returns.Summary;
import org.spendreturns.returns.Summary.Basis;
import org.spendreturns.rulebook.Category;

/**
 * Returns of a body that does not exist, with a value of every kind, names that are long or Welsh
 * or begin like a formula, an empty category, and as many agreements and years as a test wants. The
 * sums are spread so that no two figures are alike; they do not claim to add up.
 */
final class InventedReturn {

  private static final Category ADVOCACY =
      new Category(
          "ADVOCACY", "(i)", "Advocacy, including independent sexual violence advisers (ISVAs)");
  private static final Category FACE_TO_FACE =
      new Category("FACE_TO_FACE", "(ii)", "Face-to-face support, counselling and therapy");
  private static final Category FORENSIC =
      new Category(
          "FORENSIC", "(iii)", "Forensic services, including sexual assault referral centres");

  static final String EXPORT = "0123456789abcdef".repeat(4);
  private static final String REGISTER = "fedcba9876543210".repeat(4);

  private static final long LEAST = 1_000_037; // pence of the smallest sum

  private final InventedFigures figures;
  private final List<FinancialYear> years;
  private final int agreements;
  private int payments = 60;

  private String notBrokenDownOrganisation = "Nene Vale Rape Crisis";

  private InventedReturn(int years, int agreements) {
    this(new InventedFigures(years, LEAST), agreements);
  }

  private InventedReturn(InventedFigures figures, int agreements) {
    this.figures = figures;
    this.years = figures.years();
    this.agreements = agreements;
  }

  /** Three years, nine agreements: as the sample's. */
  static Return usual() {
    return of(3, 9);
  }

  /** As many financial years from 2012-13, and agreements in the first category. */
  static Return of(int years, int agreements) {
    return new InventedReturn(years, agreements).filing();
  }

  /** As the usual one, with this organisation in the section of what is not broken down. */
  static Return withOrganisation(String name) {
    InventedReturn invented = new InventedReturn(3, 9);
    invented.notBrokenDownOrganisation = name;
    return invented.filing();
  }

  /** As the usual one, with so many payments. */
  static Return withPayments(int count) {
    InventedReturn invented = new InventedReturn(3, 9);
    invented.payments = count;
    return invented.filing();
  }

  /** Of a body with nothing on file: no ledger, no register, no document, no sum. */
  static Return bare() {
    InventedReturn invented = new InventedReturn(2, 0);
    Return full = invented.filing();
    List<Section> sections =
        full.sections().stream()
            .map(
                section ->
                    new Section(
                        section.category(),
                        List.of(),
                        invented.figures.unknown(),
                        invented.figures.unknown()))
            .toList();
    List<Summary.Row> rows =
        sections.stream()
            .map(section -> invented.unknownRow(section.category().heading()))
            .toList();
    Summary.Row total = invented.unknownRow("Total identified");
    return new Return(
        full.heading(),
        full.answers(),
        new Summary(Basis.AWARDED, rows, total),
        new Summary(Basis.PAID, rows, total),
        sections,
        List.of(),
        List.of(),
        full.statements(),
        List.of(),
        List.of(),
        new Method(
            List.of(),
            List.of(),
            List.of(YearMonth.of(2012, 4)),
            full.method().rulebook(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            DataQuality.NONE),
        full.rights());
  }

  private Summary.Row unknownRow(String title) {
    return new Summary.Row(title, figures.unknown(), figures.unknown().get(0));
  }

  /** As the usual one, of so many years, with no sum below so many pence. */
  static Return withSumsFrom(long pence, int years) {
    return new InventedReturn(new InventedFigures(years, pence), 3).filing();
  }

  private Return filing() {
    InventedAgreements rows = new InventedAgreements(figures);
    List<Section> sections =
        List.of(
            section(ADVOCACY, rows.advocacy(agreements)),
            section(FACE_TO_FACE, rows.awkward()),
            section(FORENSIC, List.of()),
            section(Category.NOT_BROKEN_DOWN, rows.notBrokenDown(notBrokenDownOrganisation)));
    return new Return(
        heading(),
        answers(),
        summary(Basis.AWARDED, sections),
        summary(Basis.PAID, sections),
        sections,
        pools(),
        documents(),
        statements(),
        InventedPayments.of(payments, ADVOCACY),
        notes(),
        InventedMethod.of(EXPORT, REGISTER),
        List.of(
            new Return.Right(
                "Internal review",
                "If you are not content with this answer you may ask us to review it within two"
                    + " months, by writing to the address below."),
            new Return.Right(
                "Complaint to the Information Commissioner",
                "You may then complain to the Information Commissioner at https://ico.example."),
            new Return.Right("Re-use", "You may re-use this under the Open Government Licence.")));
  }

  private Return.Heading heading() {
    return new Return.Heading(
        "ystrad-nene",
        "Ystrad Nene Police and Crime Commissioner",
        "sexual-violence",
        "Sexual violence and abuse services commissioned, %s to %s"
            .formatted(years.get(0), years.get(years.size() - 1)),
        List.of(
            asked("YN-FOI-0307-2026", LocalDate.of(2026, 7, 3), LocalDate.of(2026, 7, 31)),
            asked("YN-FOI-0311-2026", LocalDate.of(2026, 7, 6), LocalDate.of(2026, 8, 3))),
        years,
        Instant.parse("2026-08-01T17:05:09Z"),
        Optional.of(
            "Invented: this body, the organisations and every figure were made up to show what a"
                + " return looks like. None of it is a fact about anybody."));
  }

  private static Return.Asked asked(String reference, LocalDate received, LocalDate due) {
    return new Return.Asked(reference, Optional.of(received), Optional.of(due), "");
  }

  private static List<Return.Answered> answers() {
    return List.of(
        new Return.Answered(
            "1",
            "Which organisations were commissioned, for how much and for how long, by year, in"
                + " each category?",
            "We hold this for the years from 22 November 2012; before that the police authority"
                + " held it. Each agreement stands under “Contracts and grants”."),
        new Return.Answered(
            "2",
            "Which plans and strategies guided the spending?",
            "We hold three; each is listed with its address."));
  }

  private Section section(Category category, List<Section.Row> rows) {
    return new Section(
        category,
        rows,
        figures.sums("awarded." + category.id()),
        figures.sums("paid." + category.id()));
  }

  private Summary summary(Basis basis, List<Section> sections) {
    List<Summary.Row> rows = new ArrayList<>();
    for (Section section : sections) {
      List<Figure> byYear = basis == Basis.AWARDED ? section.awardedByYear() : section.paidByYear();
      String id = basis.prefix() + "." + section.category().id() + ".all";
      rows.add(new Summary.Row(section.category().heading(), byYear, figures.sum(id)));
    }
    Summary.Row total =
        new Summary.Row(
            "Total identified",
            figures.sums(basis.prefix() + ".total"),
            figures.sum(basis.prefix() + ".all"));
    return new Summary(basis, rows, total);
  }

  private List<Pool> pools() {
    return List.of(
        new Pool(
            "Interpersonal violence services",
            "YN-P1",
            "the referral centre, the advice centre and two panels",
            figures.sums("pool.YN-P1"),
            "Its records do not divide it by service."));
  }

  private static List<Return.PlanDocument> documents() {
    return List.of(
        new Return.PlanDocument(
            "Police and Crime Plan 2013-2017",
            "Ystrad Nene Police and Crime Commissioner",
            "April 2013",
            "Names sexual violence as a priority; gives no sums.",
            "https://www.example.org/plans/police-and-crime-plan-2013-2017-final-version-3.pdf",
            REGISTER,
            Optional.of(LocalDate.of(2026, 7, 20))),
        new Return.PlanDocument(
            "Violence against women: a strategy", "", "", "", "In the reading room at Tŷ Nene", ""),
        new Return.PlanDocument("Interpersonal violence strategy", "", "2014", "", "", ""));
  }

  private List<Return.Statement> statements() {
    return years.stream()
        .map(
            year ->
                new Return.Statement(
                    year,
                    "We hold the records of %s.".formatted(year),
                    List.of("The helpline in area %d began.".formatted(year.startsIn()))))
        .toList();
  }

  private static List<String> notes() {
    return List.of(
        "Split by days: 59 of 365 days of the agreement fall in the year.",
        "A long note. "
            + "It says one thing after another, each of them plain. ".repeat(30).strip());
  }
}
