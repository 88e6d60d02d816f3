package org.spendreturns.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.spendreturns.intake.LabelledLines;
import org.spendreturns.intake.MeasuredBlock;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.rulebook.Evaluation;
import org.spendreturns.rulebook.Evaluation.Judged;
import org.spendreturns.rulebook.HeldOut;
import org.spendreturns.rulebook.LabelledLine;
import org.spendreturns.rulebook.Overlay;
import org.spendreturns.rulebook.Rulebook;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A rulebook, measured on lines whose right answer a person has written down. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description =
        "Classifies labelled lines and prints precision, recall, the share for review, and every"
            + " miss; and the same with each body held out, that is without the phrases and names"
            + " that only its own lines have. Lines marked doubtful are answered and count"
            + " nowhere.")
final class EvaluateCommand implements Callable<Integer> {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Clock clock;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RulebookOption rulebook = new RulebookOption();

  @ArgGroup(multiplicity = "1", exclusive = true)
  private Source source = new Source();

  @Option(names = "--json", description = "For scripts: one JSON document.")
  private boolean isJson;

  @Option(
      names = "--record",
      paramLabel = "WHAT",
      description =
          "Writes the figures into the rulebook, for method pages to print; WHAT says what the"
              + " lines are: '254 published awards of 65 English public bodies'.")
  private @Nullable String record;

  EvaluateCommand(Clock clock) {
    this.clock = clock;
  }

  /** Where the lines are. */
  static final class Source {
    @Option(
        names = "--labelled",
        paramLabel = "FILE",
        description = "A CSV with the columns supplier, description and label.")
    private @Nullable Path labelled;

    @ArgGroup(exclusive = false)
    private @Nullable Ledgers ledgers;
  }

  /** Lines given by their places in ledgers. */
  static final class Ledgers {
    @Option(
        names = "--ledger-lines",
        required = true,
        paramLabel = "FILE",
        description = "A CSV with the columns file, sheet, line and label.")
    private Path lines = Path.of("");

    @Option(
        names = "--ledgers",
        required = true,
        paramLabel = "DIR",
        description = "The folder below which those files are.")
    private Path folder = Path.of("");
  }

  @Override
  public Integer call() {
    Path file = rulebook.file();
    Classifier classifier = rulebook.ready();
    Rulebook edition = classifier.rulebook();
    Map<String, Object> more = new LinkedHashMap<>();
    Evaluation here;
    List<LabelledLine> lines;
    if (source.labelled != null) {
      lines = LabelledLines.lines(source.labelled, edition);
      here = labelled(lines, classifier);
    } else if (source.ledgers != null) {
      LedgerEvaluation found =
          LedgerEvaluation.of(source.ledgers.lines, source.ledgers.folder, classifier);
      more.put("scannedLines", found.scannedLines());
      more.put("reviewLines", found.reviewLines());
      more.put("setAside", found.setAside());
      here = found.evaluation();
      lines = found.lines();
    } else {
      throw new ParameterException(
          spec.commandLine(), "Name lines with --labelled, or with --ledger-lines and --ledgers.");
    }
    EvaluationReport report = new EvaluationReport(here, heldOut(edition, lines), more);
    PrintWriter out = spec.commandLine().getOut();
    if (isJson) {
      out.println(Json.write(report.forScripts()));
    } else {
      report.print(out);
    }
    out.flush();
    if (record != null) {
      MeasuredBlock.write(
          file, edition, report.measures(LocalDate.now(clock.withZone(LONDON)), record));
    }
    return ExitCode.DONE;
  }

  /** Without lines of two bodies at least there is nothing to hold out. */
  private static Optional<HeldOut> heldOut(Rulebook edition, List<LabelledLine> lines) {
    boolean several = lines.stream().map(LabelledLine::body).distinct().count() > 1;
    return several ? Optional.of(new HeldOut(edition, lines)) : Optional.empty();
  }

  private static Evaluation labelled(List<LabelledLine> lines, Classifier classifier) {
    List<Judged> judged = new ArrayList<>();
    for (LabelledLine line : lines) {
      Classifier ofBody = classifier.forBody(Overlay.inRegion(line.body()));
      judged.add(
          new Judged(
              line.at(), line.label(), ofBody.classify(line.particulars()), line.isDoubtful()));
    }
    return Evaluation.of(judged);
  }
}
