package org.spendreturns.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.spendreturns.archive.Sha256;
import org.spendreturns.intake.LedgerScan;
import org.spendreturns.intake.ScannedBlock;
import org.spendreturns.intake.SetAsideException;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.money.Money;
import org.spendreturns.rulebook.ClassifiedLine;
import org.spendreturns.rulebook.Classifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ledgers, read and classified without being taken into the archive or the database. */
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    description =
        "Reads and classifies ledger exports without touching the database: every line accounted"
            + " for, and each line of the topic with the rules that decided. A file in"
            + " ledgers/BODY/ is read as bodies/BODY.yaml beside it says; of another, the name of"
            + " the folder that it lies in is taken for its body's.")
final class ScanCommand implements Callable<Integer> {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Clock clock;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RulebookOption rulebook = new RulebookOption();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Ledger exports.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--json", description = "For scripts: one JSON document.")
  private boolean isJson;

  ScanCommand(Clock clock) {
    this.clock = clock;
  }

  /** What {@code --json} prints; scripts rely on these names. */
  record Report(List<Scanned> files) {}

  /**
   * A file: {@code status} is READ or SET_ASIDE, {@code reason} says why it was set aside; its
   * numbers are then null, for nobody knows them.
   */
  record Scanned(
      String file,
      String status,
      String reason,
      String digest,
      @Nullable Long lines,
      @Nullable Long accepted,
      @Nullable Long rejected,
      @Nullable Long duplicates,
      @Nullable Long blank,
      @Nullable Long preamble,
      @Nullable Long headers,
      @Nullable Long totals,
      @Nullable Long pence,
      @Nullable Map<String, Long> rejectedBy,
      List<Match> matches,
      List<String> rejections,
      List<String> notes) {}

  /** A line of the topic or for review; {@code rules} decided or agreed. */
  record Match(
      String sheet,
      long line,
      String date,
      String financialYear,
      String supplier,
      long pence,
      String answer,
      List<String> rules) {}

  @Override
  public Integer call() throws IOException {
    Classifier classifier = rulebook.ready();
    List<Scanned> scanned = new ArrayList<>();
    for (Path file : files) {
      ScannedAs as = ScannedAs.of(file, classifier, LocalDate.ofInstant(clock.instant(), LONDON));
      try {
        NamedExport.each(file, export -> scanned.add(scan(export, as)));
      } catch (SetAsideException refused) { // a zip that cannot be unpacked
        String name = String.valueOf(file.getFileName());
        scanned.add(setAside(new NamedExport(file.toString(), name, file), refused));
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    if (isJson) {
      out.println(Json.write(new Report(scanned)));
    } else {
      scanned.forEach(each -> print(each, out));
    }
    out.flush();
    return scanned.stream().anyMatch(ScanCommand::needsAPerson)
        ? ExitCode.NEEDS_A_PERSON
        : ExitCode.DONE;
  }

  private static boolean needsAPerson(Scanned file) {
    return !file.status().equals("READ")
        || !file.rejections().isEmpty()
        || file.matches().stream().anyMatch(match -> match.answer().equals("FOR_REVIEW"));
  }

  /** As in {@code ledgers/BODY/…}: the folder's name, hyphens as spaces. */
  static String bodyOf(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return Optional.ofNullable(folder)
        .map(Path::getFileName)
        .map(name -> name.toString().replace('-', ' '))
        .orElse("");
  }

  private static Scanned scan(NamedExport export, ScannedAs as) {
    ControlTotals totals = ControlTotals.NONE;
    List<ClassifiedLine> matches = new ArrayList<>();
    List<String> rejections = new ArrayList<>();
    try (LedgerScan scan =
        LedgerScan.open(export.file(), export.name(), as.settings(), as.classifier(), 0)) {
      for (Optional<ScannedBlock> block = scan.next(); block.isPresent(); block = scan.next()) {
        totals = totals.plus(block.get().totals());
        matches.addAll(block.get().matches());
        block.get().rejected().forEach(line -> rejections.add(line.message()));
      }
      List<String> notes = new ArrayList<>(as.notes());
      notes.addAll(scan.notes());
      return scanned(export, "READ", "", Optional.of(totals), matches, rejections, notes);
    } catch (SetAsideException refused) {
      return setAside(export, refused);
    }
  }

  private static Scanned setAside(NamedExport export, SetAsideException refused) {
    String reason = "%s: %s".formatted(refused.kind(), refused.getMessage());
    return scanned(export, "SET_ASIDE", reason, Optional.empty(), List.of(), List.of(), List.of());
  }

  private static Scanned scanned(
      NamedExport export,
      String status,
      String reason,
      Optional<ControlTotals> totals,
      List<ClassifiedLine> matches,
      List<String> rejections,
      List<String> notes) {
    return new Scanned(
        export.shown(),
        status,
        reason,
        digestOf(export.file()),
        totals.map(ControlTotals::lines).orElse(null),
        totals.map(ControlTotals::accepted).orElse(null),
        totals.map(ControlTotals::rejected).orElse(null),
        totals.map(ControlTotals::duplicates).orElse(null),
        totals.map(ControlTotals::blank).orElse(null),
        totals.map(ControlTotals::preamble).orElse(null),
        totals.map(ControlTotals::headers).orElse(null),
        totals.map(ControlTotals::totalRows).orElse(null),
        totals.map(all -> all.amount().pence()).orElse(null),
        totals.map(ScanCommand::rejectedBy).orElse(null),
        matches.stream().map(ScanCommand::match).toList(),
        rejections,
        notes);
  }

  private static Map<String, Long> rejectedBy(ControlTotals totals) {
    Map<String, Long> rejectedBy = new TreeMap<>();
    totals.rejectedBy().forEach((why, count) -> rejectedBy.put(why.name(), count));
    return rejectedBy;
  }

  private static String digestOf(Path file) {
    try {
      return Sha256.of(file);
    } catch (IOException unreadable) { // its status says so
      return "";
    }
  }

  private static Match match(ClassifiedLine found) {
    LedgerLine line = found.line();
    return new Match(
        line.at().sheet(),
        line.at().line(),
        line.date().toString(),
        line.financialYear().toString(),
        line.particulars().supplier(),
        line.amount().pence(),
        found.classification().answer().label(),
        found.classification().rules());
  }

  private static void print(Scanned file, PrintWriter out) {
    if (!file.status().equals("READ")) {
      out.printf("%s: set aside: %s%n", file.file(), file.reason());
      return;
    }
    out.printf(
        "%s: %,d lines = %,d accepted + %,d rejected + %,d duplicate + %,d blank; %s%n",
        file.file(),
        file.lines(),
        file.accepted(),
        file.rejected(),
        file.duplicates(),
        file.blank(),
        new Money(Objects.requireNonNull(file.pence(), "it was read")).inPounds());
    file.notes().forEach(note -> out.println("  note: " + note));
    file.rejections().forEach(message -> out.println("  rejected: " + message));
    for (Match match : file.matches()) {
      out.printf(
          "  %s%d  %s  %s  %s  %s  %s%n",
          match.sheet().isEmpty() ? "line " : match.sheet() + " row ",
          match.line(),
          match.date(),
          new Money(match.pence()).inPounds(),
          match.supplier(),
          match.answer(),
          String.join(" ", match.rules()));
    }
  }
}
