package org.spendreturns.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.spendreturns.intake.LabelledLines;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.rulebook.Evaluation;
import org.spendreturns.rulebook.Evaluation.Judged;
import org.spendreturns.rulebook.Overlay;
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
            + " miss. Lines marked doubtful are answered and count nowhere.")
final class EvaluateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RulebookOption rulebook = new RulebookOption();

  @ArgGroup(multiplicity = "1", exclusive = true)
  private Source source = new Source();

  @Option(names = "--json", description = "For scripts: one JSON document.")
  private boolean isJson;

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

  /** A labelled line as {@code --json} lists it. */
  record Miss(String line, String label, String answer, List<String> rules) {}

  @Override
  public Integer call() {
    Classifier classifier = new Classifier(rulebook.rulebook(), Overlay.NONE);
    Map<String, Object> more = new LinkedHashMap<>();
    Evaluation evaluation;
    if (source.labelled != null) {
      evaluation = labelled(source.labelled, classifier);
    } else if (source.ledgers != null) {
      LedgerEvaluation found =
          LedgerEvaluation.of(source.ledgers.lines, source.ledgers.folder, classifier);
      more.put("scannedLines", found.scannedLines());
      more.put("reviewLines", found.reviewLines());
      more.put("setAside", found.setAside());
      evaluation = found.evaluation();
    } else {
      throw new ParameterException(
          spec.commandLine(), "Name lines with --labelled, or with --ledger-lines and --ledgers.");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (isJson) {
      out.println(Json.write(report(evaluation, more)));
    } else {
      print(evaluation, more, out);
    }
    out.flush();
    return ExitCode.DONE;
  }

  private static Evaluation labelled(Path file, Classifier classifier) {
    List<Judged> judged = new ArrayList<>();
    for (LabelledLines.Line line : LabelledLines.lines(file, classifier.rulebook())) {
      Classifier ofBody = classifier.forBody(Overlay.inRegion(line.body()));
      judged.add(
          new Judged(
              line.at(), line.label(), ofBody.classify(line.particulars()), line.isDoubtful()));
    }
    return Evaluation.of(judged);
  }

  private static Map<String, Object> report(Evaluation evaluation, Map<String, Object> more) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("lines", evaluation.lines());
    report.put("topicPrecision", number(evaluation.topicPrecision()));
    report.put("topicRecall", number(evaluation.topicRecall()));
    report.put("topicRecallWithReview", number(evaluation.topicRecallWithReview()));
    report.put("reviewShare", number(evaluation.reviewShare()));
    report.put("categoryExact", number(evaluation.categoryExact()));
    report.put("forcedCategories", evaluation.forcedCategories());
    report.put("confusion", evaluation.confusion());
    report.put("misses", evaluation.misses().stream().map(EvaluateCommand::miss).toList());
    report.put("doubtful", evaluation.doubtful().stream().map(EvaluateCommand::miss).toList());
    report.putAll(more);
    return report;
  }

  private static @Nullable Double number(OptionalDouble share) {
    return share.isPresent() ? share.getAsDouble() : null;
  }

  private static Miss miss(Judged line) {
    return new Miss(
        line.at().toString(), line.label(), line.answer(), line.classification().rules());
  }

  private static void print(Evaluation evaluation, Map<String, Object> more, PrintWriter out) {
    out.printf("lines                    %,d%n", evaluation.lines());
    share(out, "topic precision", evaluation.topicPrecision());
    share(out, "topic recall", evaluation.topicRecall());
    share(out, "  with review", evaluation.topicRecallWithReview());
    share(out, "for review", evaluation.reviewShare());
    share(out, "category exact", evaluation.categoryExact());
    out.printf("forced into a category   %d%n", evaluation.forcedCategories());
    more.forEach((name, value) -> out.printf("%-24s %s%n", name, value));
    out.printf("%nlabel, then answers:%n");
    evaluation.confusion().forEach((label, answers) -> out.printf("  %-20s %s%n", label, answers));
    out.printf("%nmisses (%d):%n", evaluation.misses().size());
    evaluation.misses().forEach(line -> print(line, out));
    if (!evaluation.doubtful().isEmpty()) {
      out.printf("%ndoubtful, counted nowhere (%d):%n", evaluation.doubtful().size());
      evaluation.doubtful().forEach(line -> print(line, out));
    }
  }

  private static void print(Judged line, PrintWriter out) {
    out.printf(
        "  %s  label %s  answer %s  %s%n",
        line.at(), line.label(), line.answer(), String.join(" ", line.classification().rules()));
  }

  private static void share(PrintWriter out, String name, OptionalDouble share) {
    out.printf(
        "%-24s %s%n", name, share.isPresent() ? "%.4f".formatted(share.getAsDouble()) : "none");
  }
}
