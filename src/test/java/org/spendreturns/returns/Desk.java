package org.spendreturns.returns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.contract.ContractRegister;
import org.spendreturns.intake.BodyFile;
import org.spendreturns.intake.Regimes;
import org.spendreturns.intake.RegisterFile;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.ledger.Outcome;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.RejectReason;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;
import org.spendreturns.returns.Method.RulebookEdition;
import org.spendreturns.returns.OnFile.Export;
import org.spendreturns.returns.OnFile.Found;
import org.spendreturns.returns.OnFile.Unread;
import org.spendreturns.returns.Return.PlanDocument;
import org.spendreturns.rulebook.Answer;
import org.spendreturns.rulebook.Category;
import org.spendreturns.rulebook.Classification;
import org.spendreturns.rulebook.ClassifiedLine;
import org.spendreturns.rulebook.Evidence;

/** What lies on a desk when a return is made: files as a body keeps them, and lines as judged. */
final class Desk {

  static final Category ADVOCACY = new Category("ADVOCACY", "(i)", "Advocacy");
  static final Category FACE_TO_FACE = new Category("FACE_TO_FACE", "(ii)", "Face to face");
  static final Category FORENSIC = new Category("FORENSIC", "(iii)", "Forensic");
  private static final List<Category> CATEGORIES = List.of(ADVOCACY, FACE_TO_FACE, FORENSIC);

  /** A body that has approved what people wrote in the register, and organisations' names. */
  static final String NOTES_APPROVED =
      """
      redaction:
        rules:
          - free-text: [note, decision, reason]
            who: A. Officer
            when: 2026-11-02
            why: The remarks are written for publication.
          - organisations: [Lake Trust, Moor Trust, Moor House, Hill Clinic, Rivers Centre, The County]
            who: A. Officer
            when: 2026-11-02
            why: They are charities and a council.
      """;

  private final Path folder;
  private Body body;
  private final List<ContractRegister> registers = new ArrayList<>();
  private int unreadRegisters;
  private final Map<String, ControlTotals.Builder> exports = new HashMap<>();
  private final Map<String, Long> lastLine = new HashMap<>();
  private final List<Found> ofTopic = new ArrayList<>();
  private final List<Found> forReview = new ArrayList<>();
  private final List<Unread> rejected = new ArrayList<>();
  private final Map<String, Classification> agreements = new HashMap<>();
  private final List<PlanDocument> documents = new ArrayList<>();
  private final List<YearTable> tables = new ArrayList<>();
  private final List<Request> requests = new ArrayList<>();
  private OnFile.Names names = OnFile.Names.NONE;
  private DataQuality quality = DataQuality.NONE;
  private Wording wording = Wording.english();

  /** A desk with a body that claims its register to be complete for many years. */
  Desk(Path folder) {
    this.folder = folder;
    this.body =
        body(
            "id: b\nname: The Body\nkind: pcc\ncomplete:\n  register: 2009-10..2030-31\n"
                + NOTES_APPROVED);
  }

  Desk withBody(String yaml) {
    body = body(yaml);
    return this;
  }

  Desk withBody(Body other) {
    body = other;
    return this;
  }

  Desk in(Wording other) {
    wording = other;
    return this;
  }

  Desk withNames(OnFile.Names known) {
    names = known;
    return this;
  }

  /** Exports that do not count as they came. */
  Desk leavingOut(DataQuality.Account... exports) {
    quality = new DataQuality(List.of(exports), quality.decided(), quality.settled());
    return this;
  }

  /** Decisions of people about lines. */
  Desk settling(DataQuality.Settled... decisions) {
    quality = quality.settling(List.of(decisions));
    return this;
  }

  Desk withRequest(Request request) {
    requests.add(request);
    return this;
  }

  Desk withDocuments(List<PlanDocument> more) {
    documents.addAll(more);
    return this;
  }

  Desk withTable(YearTable table) {
    tables.add(table);
    return this;
  }

  Desk withRegister(ContractRegister register) {
    registers.add(register);
    return this;
  }

  Desk withRegister(String name, String csv) {
    return withRegister(register(folder, name, csv));
  }

  /** Registers that cannot be read as they were last laid in. */
  Desk withUnreadRegisters(int registers) {
    unreadRegisters = registers;
    return this;
  }

  Desk judging(String reference, Answer answer) {
    agreements.put(reference, new Classification(answer, List.of()));
    return this;
  }

  /** A line of other spend in each month of the years, so that no month is missing. */
  Desk withOtherSpend(String export, String years) {
    for (FinancialYear year : FinancialYear.parseRange(years)) {
      year.months().forEach(month -> withOtherSpend(export, month));
    }
    return this;
  }

  Desk withOtherSpend(String export, YearMonth month) {
    add(export, line(export, month.atDay(15).toString(), "Stationer", "10.00", ""));
    return this;
  }

  Desk paying(String export, String date, String supplier, String amount, Category category) {
    return paying(export, date, supplier, amount, category, "");
  }

  Desk paying(
      String export, String date, String supplier, String amount, Category category, String ref) {
    LedgerLine line = line(export, date, supplier, amount, ref);
    add(export, line);
    ofTopic.add(
        new Found(digest(export), judged(line, new Answer.Of(category), "R-" + category.id())));
    return this;
  }

  Desk asking(String export, String date, String supplier, String amount) {
    LedgerLine line = line(export, date, supplier, amount, "");
    add(export, line);
    forReview.add(new Found(digest(export), judged(line, new Answer.ForReview("Who?"), "R-ask")));
    return this;
  }

  Desk rejecting(String export, String message, Answer answer) {
    return rejecting(export, message, answer, Particulars.of("Someone", ""));
  }

  /** A line in which no supplier can be read. */
  Desk rejectingNameless(String export) {
    return rejecting(export, "who?", new Answer.NotTopic(), Particulars.of("", ""));
  }

  private Desk rejecting(String export, String message, Answer answer, Particulars words) {
    SourceRef at = new SourceRef(export, "", lastLine.merge(export, 1L, Long::sum));
    Outcome.Rejected line =
        new Outcome.Rejected(at, RejectReason.BAD_DATE, at + ": " + message, words);
    exports.computeIfAbsent(export, unused -> new ControlTotals.Builder()).add(line);
    rejected.add(Unread.of(digest(export), line, new Classification(answer, List.of())));
    return this;
  }

  Return make(String years) {
    return make(years, onFile());
  }

  /** The same return from the same things, every list turned round. */
  Return makeInOtherOrder(String years) {
    OnFile file = onFile();
    return make(
        years,
        new OnFile(
            turned(file.exports()),
            turned(file.ofTopic()),
            turned(file.forReview()),
            turned(file.rejected()),
            turned(file.registers()),
            file.unreadRegisters(),
            file.agreements(),
            file.documents(),
            file.rulebook(),
            file.categories(),
            file.quality(),
            file.tables(),
            file.names()));
  }

  private Return make(String years, OnFile onFile) {
    return ReturnMaker.make(
        body,
        new Scope("sv", "Services commissioned", FinancialYear.parseRange(years), requests),
        onFile,
        Regimes.law(),
        Instant.parse("2026-11-23T09:00:00Z"),
        wording);
  }

  private OnFile onFile() {
    return new OnFile(
        exports.entrySet().stream()
            .map(each -> new Export(each.getKey(), digest(each.getKey()), each.getValue().build()))
            .toList(),
        ofTopic,
        forReview,
        rejected,
        registers,
        unreadRegisters,
        agreements,
        documents,
        new RulebookEdition("test 2026-11", "f".repeat(64), LocalDate.of(2010, 4, 1), List.of()),
        CATEGORIES,
        quality,
        tables,
        names);
  }

  /** What the cells of a row of the summary say, year by year, then in all. */
  static List<String> row(Summary summary, String title) {
    List<Summary.Row> rows = new ArrayList<>(summary.rows());
    rows.add(summary.total());
    Summary.Row found =
        rows.stream().filter(row -> row.title().equals(title)).findFirst().orElseThrow();
    List<String> words =
        new ArrayList<>(
            found.byYear().stream()
                .map(figure -> Wording.english().wordsInSentence(figure.value()))
                .toList());
    words.add(Wording.english().wordsInSentence(found.inAll().value()));
    return words;
  }

  static Figure figure(Return filing, String id) {
    return filing.figures().stream()
        .filter(figure -> figure.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no figure " + id));
  }

  static String says(Return filing, String id) {
    return Wording.english().wordsInSentence(figure(filing, id).value());
  }

  static List<String> notes(Return filing, String id) {
    return figure(filing, id).notes().stream()
        .map(number -> filing.notes().get(number - 1))
        .toList();
  }

  static ContractRegister register(Path folder, String name, String csv) {
    try {
      return RegisterFile.read(Files.writeString(folder.resolve(name), csv));
    } catch (IOException fault) {
      throw new AssertionError(fault);
    }
  }

  private Body body(String yaml) {
    try {
      return BodyFile.read(Files.writeString(folder.resolve("body.yaml"), yaml));
    } catch (IOException fault) {
      throw new AssertionError(fault);
    }
  }

  private void add(String export, LedgerLine line) {
    exports
        .computeIfAbsent(export, unused -> new ControlTotals.Builder())
        .add(new Outcome.Accepted(line));
  }

  private LedgerLine line(String export, String date, String supplier, String amount, String ref) {
    return new LedgerLine(
        new SourceRef(export, "", lastLine.merge(export, 1L, Long::sum)),
        LocalDate.parse(date),
        Money.parse(amount),
        "",
        new Particulars(supplier, "", "", "", "", "", "", ref));
  }

  private static ClassifiedLine judged(LedgerLine line, Answer answer, String rule) {
    return new ClassifiedLine(
        line,
        new Classification(
            answer,
            List.of(
                new Evidence(
                    rule,
                    Particulars.Field.SUPPLIER,
                    line.particulars().supplier(),
                    Evidence.Role.DECIDED))));
  }

  private static String digest(String export) {
    return "%064x".formatted(export.hashCode() & 0xffffffffL);
  }

  private static <T> List<T> turned(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    Collections.reverse(copy);
    return copy;
  }
}
