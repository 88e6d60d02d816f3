package org.spendreturns.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.contract.Contract.Kind;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.ControlTotals.Tally;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.ledger.Outcome.Rejected;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.RejectReason;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;
import org.spendreturns.returns.DataQuality;
import org.spendreturns.returns.Figure;
import org.spendreturns.returns.Method;
import org.spendreturns.returns.Part;
import org.spendreturns.returns.Payment;
import org.spendreturns.returns.Pool;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Section;
import org.spendreturns.returns.Summary;
import org.spendreturns.returns.Summary.Basis;
import org.spendreturns.returns.Value;
import org.spendreturns.rulebook.Answer;
import org.spendreturns.rulebook.Category;
import org.spendreturns.rulebook.Classification;
import org.spendreturns.rulebook.ClassifiedLine;
import org.spendreturns.rulebook.Evidence;

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

  private static final long SPREAD = 990_000_001; // sums repeat only after as many as there are

  private static final String EXPORT = "0123456789abcdef".repeat(4);
  private static final String REGISTER = "fedcba9876543210".repeat(4);

  private final List<FinancialYear> years;
  private final int agreements;
  private long least = 1_000_037; // pence of the smallest sum
  private long next = least; // pence of the last sum
  private int payments = 60;

  private String notBrokenDownOrganisation = "Nene Vale Rape Crisis";

  private InventedReturn(int years, int agreements) {
    this.years =
        IntStream.range(0, years).mapToObj(year -> new FinancialYear(2012 + year)).toList();
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
                        section.category(), List.of(), invented.unknown(), invented.unknown()))
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
    return new Summary.Row(title, unknown(), unknown().get(0));
  }

  private List<Figure> unknown() {
    return years.stream()
        .map(year -> figure("unknown." + year, new Value.NoRecords(""), List.of()))
        .toList();
  }

  /** As the usual one, of so many years, with no sum below so many pence. */
  static Return withSumsFrom(long pence, int years) {
    InventedReturn invented = new InventedReturn(years, 3);
    invented.least = pence;
    invented.next = pence;
    return invented.filing();
  }

  private Return filing() {
    List<Section> sections =
        List.of(
            section(ADVOCACY, advocacy()),
            section(FACE_TO_FACE, awkward()),
            section(FORENSIC, List.of()),
            section(Category.NOT_BROKEN_DOWN, notBrokenDown()));
    return new Return(
        heading(),
        answers(),
        summary(Basis.AWARDED, sections),
        summary(Basis.PAID, sections),
        sections,
        pools(),
        documents(),
        statements(),
        payments(),
        notes(),
        method(),
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

  private List<Section.Row> advocacy() {
    List<Section.Row> rows = new ArrayList<>();
    for (int number = 1; number <= agreements; number++) {
      String id = "ADVOCACY.YN-%03d".formatted(number);
      rows.add(
          new Section.Row(
              "Advocacy Trust number %d".formatted(number),
              number % 2 == 0 ? "GB-CHC-11%05d".formatted(number) : "",
              "Independent sexual violence adviser service, area %d".formatted(number),
              "YN-%03d".formatted(number),
              number % 3 == 0 ? "Executive Order %d".formatted(number) : "",
              Optional.of(LocalDate.of(2013, 4, 1)),
              Optional.of(LocalDate.of(2016, 3, 31)),
              sum("awarded." + id + ".total"),
              sums("awarded." + id),
              sums("paid." + id),
              sum("paid." + id + ".total"),
              deal(number % 2 == 0 ? Kind.GRANT : Kind.CONTRACT)));
    }
    return rows;
  }

  private List<Section.Row> awkward() {
    List<Value> kinds = everyKind();
    List<Section.Row> rows = new ArrayList<>();
    List<String> names =
        List.of(
            "Canolfan Gymorth Trais Rhywiol Dŵr-y-Felin a’r Tŷ Gŵydd",
            "The Ystrad Nene and District Rape, Incest and Childhood Sexual Abuse Counselling,"
                + " Helpline and Outreach Centre (Incorporated as a Charitable Company Limited by"
                + " Guarantee) trading as Nene Vale Together",
            "=HYPERLINK(\"https://example.org\",\"Refund\")",
            "@Home <Support> & Sons");
    for (int row = 0; row < names.size(); row++) {
      String id = "FACE_TO_FACE." + row;
      List<Figure> awarded = new ArrayList<>();
      List<Figure> paid = new ArrayList<>();
      for (int year = 0; year < years.size(); year++) {
        Value value = kinds.get((row * 2 + year) % kinds.size());
        awarded.add(figure("awarded." + id + "." + years.get(year), value, List.of(1, 2)));
        paid.add(sum("paid." + id + "." + years.get(year)));
      }
      boolean hasAgreement = row != 3;
      rows.add(
          new Section.Row(
              names.get(row),
              "GB-CHC-1156246",
              hasAgreement ? "Counselling and a helpline, from February 2015" : "",
              hasAgreement ? "YN-2%02d".formatted(row) : "",
              "",
              row == 1 ? Optional.empty() : Optional.of(LocalDate.of(2015, 2, 1)),
              row == 2 ? Optional.empty() : Optional.of(LocalDate.of(2018, 1, 31)),
              figure("awarded." + id + ".total", kinds.get(row + 4), List.of()),
              awarded,
              paid,
              sum("paid." + id + ".total"),
              hasAgreement ? deal(Kind.CONTRACT) : Optional.empty()));
    }
    return rows;
  }

  private static List<Value> everyKind() {
    return List.of(
        new Value.Nil(),
        new Value.NotHeld("Ystrad Nene Police Authority"),
        new Value.NotSeparable("Interpersonal violence services"),
        new Value.NoRecords(""),
        new Value.Withheld("s.43"),
        new Value.NoRecords("the register gives no amount"),
        new Value.NotBrokenDown(),
        new Value.AtLeast(new Money(120_450_000)),
        new Value.Amount(new Money(-123_456)));
  }

  private List<Section.Row> notBrokenDown() {
    String id = "NOT_BROKEN_DOWN.YN-301";
    return List.of(
        new Section.Row(
            notBrokenDownOrganisation,
            "",
            "Adviser and counselling in one agreement",
            "YN-301",
            "Decision record 12",
            Optional.of(LocalDate.of(2014, 10, 1)),
            Optional.of(LocalDate.of(2015, 9, 30)),
            sum("awarded." + id + ".total"),
            sums("awarded." + id),
            sums("paid." + id),
            sum("paid." + id + ".total"),
            deal(Kind.GRANT)));
  }

  private static Optional<Section.Deal> deal(Kind kind) {
    return Optional.of(
        new Section.Deal(
            kind,
            Optional.of(LocalDate.of(2013, 3, 18)),
            Optional.of(LocalDate.of(2013, 3, 11)),
            "https://nene.example/decisions/11"));
  }

  private Section section(Category category, List<Section.Row> rows) {
    return new Section(
        category, rows, sums("awarded." + category.id()), sums("paid." + category.id()));
  }

  private Summary summary(Basis basis, List<Section> sections) {
    List<Summary.Row> rows = new ArrayList<>();
    for (Section section : sections) {
      List<Figure> byYear = basis == Basis.AWARDED ? section.awardedByYear() : section.paidByYear();
      String id = basis.prefix() + "." + section.category().id() + ".all";
      rows.add(new Summary.Row(section.category().heading(), byYear, sum(id)));
    }
    Summary.Row total =
        new Summary.Row(
            "Total identified", sums(basis.prefix() + ".total"), sum(basis.prefix() + ".all"));
    return new Summary(basis, rows, total);
  }

  private List<Pool> pools() {
    return List.of(
        new Pool(
            "Interpersonal violence services",
            "YN-P1",
            "the referral centre, the advice centre and two panels",
            sums("pool.YN-P1"),
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

  /** As many as wanted; from the thousandth on they repeat, so that they take no memory. */
  private List<Payment> payments() {
    List<Payment> different =
        IntStream.rangeClosed(1, Math.min(payments, 1_000)).mapToObj(this::payment).toList();
    return IntStream.range(0, payments)
        .mapToObj(number -> different.get(number % different.size()))
        .toList();
  }

  private Payment payment(int number) {
    LedgerLine line =
        new LedgerLine(
            new SourceRef("ledger-2013-14.csv", "", number + 1),
            LocalDate.of(2013, 4, 1).plusDays(number),
            new Money(number % 10 == 0 ? -50_000 - number : 250_000 + number),
            "T" + number,
            Particulars.of(
                number % 7 == 0 ? "+44 Counselling" : "Advocacy Trust number " + number,
                "Free text that may name Mrs Dorothea Quillfeather"));
    Evidence evidence =
        new Evidence("SV-014", Particulars.Field.SUPPLIER, "ADVOCACY TRUST", Evidence.Role.DECIDED);
    return new Payment(
        EXPORT,
        new ClassifiedLine(line, new Classification(new Answer.Of(ADVOCACY), List.of(evidence))),
        ADVOCACY,
        line.particulars().supplier(),
        number % 5 == 0 ? "" : "YN-%03d".formatted(number));
  }

  private static List<String> notes() {
    return List.of(
        "Split by days: 59 of 365 days of the agreement fall in the year.",
        "A long note. "
            + "It says one thing after another, each of them plain. ".repeat(30).strip());
  }

  private Method method() {
    ControlTotals totals =
        new ControlTotals(
            4_211,
            Map.of(RejectReason.BAD_DATE, 1L, RejectReason.NO_AMOUNT, 29L),
            2,
            1,
            3,
            1,
            1,
            Map.of(
                YearMonth.of(2013, 4), new Tally(4_000, new Money(987_654_321)),
                YearMonth.of(2014, 3), new Tally(211, new Money(1_234))));
    List<Method.RejectedLine> rejected = new ArrayList<>();
    List<Method.ForReview> review = new ArrayList<>();
    for (int number = 1; number <= 30; number++) {
      SourceRef at = new SourceRef("ledger-2013-14.csv", "", 100 + number);
      rejected.add(
          new Method.RejectedLine(
              EXPORT,
              new Rejected(
                  at,
                  number == 1 ? RejectReason.BAD_DATE : RejectReason.NO_AMOUNT,
                  "%s: column Amount: found nothing, expected a sum; ask for the line again"
                      .formatted(at),
                  Particulars.of("Mr Ignatius Bartholomew-Smythe", "")),
              number == 2));
      review.add(
          new Method.ForReview(
              at,
              LocalDate.of(2014, 1, number),
              "Family Centre %d".formatted(number),
              new Money(4_321_00 + number),
              "Is this for survivors of sexual violence?"));
    }
    return new Method(
        List.of(
            new Method.Export(
                "ledger-2013-14.csv",
                EXPORT,
                totals,
                Optional.of(YearMonth.of(2013, 4)),
                Optional.of(YearMonth.of(2014, 3))),
            new Method.Export(
                "empty.csv", REGISTER, ControlTotals.NONE, Optional.empty(), Optional.empty())),
        List.of(new Method.Register("register.yaml", REGISTER, 51, 1)),
        List.of(YearMonth.of(2012, 11), YearMonth.of(2013, 2)),
        new Method.RulebookEdition(
            "sexual-violence 2026-07",
            REGISTER,
            LocalDate.of(2026, 7, 1),
            MeasuredTest.MEASURES,
            List.of(
                new Method.RuleWords("P-nene-vale-rape-crisis", "The line names a provider."),
                new Method.RuleWords("SV-014", "The words name the harm."))),
        List.of(
            new Method.RuleUse(List.of("SV-014"), 41, new Money(7_654_321)),
            new Method.RuleUse(
                List.of("P-nene-vale-rape-crisis", "SV-014"), 12, new Money(3_456_789))),
        List.of(
            new Method.Step("All accepted lines", 4_211, new Money(987_655_555), false),
            new Method.Step("less: not of the topic", -4_100, new Money(-876_543_210), false),
            new Method.Step("In the tables", 111, new Money(111_112_345), true)),
        rejected,
        review,
        List.of("ledger-2013-14.csv:4215: the printed total is £1.00 more than its lines."),
        List.of(),
        InventedQuality.of(EXPORT, totals));
  }

  private List<Figure> sums(String id) {
    return years.stream().map(year -> sum(id + "." + year)).toList();
  }

  private Figure sum(String id) {
    next = least + (next - least + 1_234_567) % SPREAD;
    return figure(id, new Value.Amount(new Money(next)), List.of());
  }

  private static Figure figure(String id, Value value, List<Integer> notes) {
    List<Part> parts = List.of(new Part.OfFigure("another"));
    return new Figure(id, value, "sum of its lines", parts, notes);
  }
}
