package org.spendreturns.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.spendreturns.rulebook.Evaluation;
import org.spendreturns.rulebook.Evaluation.Judged;
import org.spendreturns.rulebook.HeldOut;
import org.spendreturns.rulebook.Measure;

/** What {@code evaluate} found, for people, for scripts, and for the rulebook itself. */
final class EvaluationReport {

  private static final String LINES_AT_HAND = "the rules were written with these lines at hand";
  private static final String HELD_OUT =
      "each body held out: without the phrases, and the names on no published list, that only its"
          + " own lines have";

  private final Evaluation here;
  private final Optional<Evaluation> heldOut;
  private final Optional<Evaluation> namesOut;
  private final Map<String, Object> more;

  /** A labelled line as {@code --json} lists it. */
  record Miss(String line, String label, String answer, List<String> rules) {}

  EvaluationReport(Evaluation here, Optional<HeldOut> bodies, Map<String, Object> more) {
    this.here = here;
    this.heldOut = bodies.map(each -> each.evaluate(HeldOut.Names.LISTED));
    this.namesOut = bodies.map(each -> each.evaluate(HeldOut.Names.NONE));
    this.more = more;
  }

  /** What the rulebook tells of itself: with the lines at hand, and held out if that was done. */
  List<Measure> measures(LocalDate on, String what) {
    List<Measure> measures = new ArrayList<>();
    measures.add(Measure.of(here, on, what, LINES_AT_HAND));
    heldOut.ifPresent(each -> measures.add(Measure.of(each, on, what, HELD_OUT)));
    return measures;
  }

  Map<String, Object> forScripts() {
    Map<String, Object> report = figures(here);
    heldOut.ifPresent(each -> report.put("heldOut", figures(each)));
    namesOut.ifPresent(each -> report.put("heldOutWithListedNames", figures(each)));
    report.putAll(more);
    return report;
  }

  private static Map<String, Object> figures(Evaluation of) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("lines", of.lines());
    report.put("topicPrecision", number(of.topicPrecision()));
    report.put("topicRecall", number(of.topicRecall()));
    report.put("topicRecallWithReview", number(of.topicRecallWithReview()));
    report.put("reviewShare", number(of.reviewShare()));
    report.put("categoryExact", number(of.categoryExact()));
    report.put("forcedCategories", of.forcedCategories());
    report.put("confusion", of.confusion());
    report.put("misses", of.misses().stream().map(EvaluationReport::miss).toList());
    report.put("doubtful", of.doubtful().stream().map(EvaluationReport::miss).toList());
    return report;
  }

  private static @Nullable Double number(OptionalDouble share) {
    return share.isPresent() ? share.getAsDouble() : null;
  }

  private static Miss miss(Judged line) {
    return new Miss(
        line.at().toString(), line.label(), line.answer(), line.classification().rules());
  }

  void print(PrintWriter out) {
    if (heldOut.isPresent()) {
      out.printf("%-24s %-9s %-9s %s%n", "", "at hand", "held out", "listed names out too");
    }
    row(out, "lines", each -> "%,d".formatted(each.lines()));
    row(out, "topic precision", each -> share(each.topicPrecision()));
    row(out, "topic recall", each -> share(each.topicRecall()));
    row(out, "  with review", each -> share(each.topicRecallWithReview()));
    row(out, "for review", each -> share(each.reviewShare()));
    row(out, "category exact", each -> share(each.categoryExact()));
    row(out, "forced into a category", each -> String.valueOf(each.forcedCategories()));
    more.forEach((name, value) -> out.printf("%-24s %s%n", name, value));
    out.printf("%nlabel, then answers:%n");
    here.confusion().forEach((label, answers) -> out.printf("  %-20s %s%n", label, answers));
    print(out, "misses", here.misses());
    heldOut.ifPresent(each -> print(out, "misses, held out", each.misses()));
    if (!here.doubtful().isEmpty()) {
      print(out, "doubtful, counted nowhere", here.doubtful());
    }
  }

  private void row(PrintWriter out, String name, Function<Evaluation, String> figure) {
    StringBuilder row = new StringBuilder("%-24s %-9s".formatted(name, figure.apply(here)));
    heldOut.ifPresent(each -> row.append(" %-9s".formatted(figure.apply(each))));
    namesOut.ifPresent(each -> row.append(' ').append(figure.apply(each)));
    out.println(row.toString().stripTrailing());
  }

  private static void print(PrintWriter out, String title, List<Judged> lines) {
    out.printf("%n%s (%d):%n", title, lines.size());
    lines.forEach(
        line ->
            out.printf(
                "  %s  label %s  answer %s  %s%n",
                line.at(),
                line.label(),
                line.answer(),
                String.join(" ", line.classification().rules())));
  }

  private static String share(OptionalDouble share) {
    return share.isPresent() ? "%.4f".formatted(share.getAsDouble()) : "none";
  }
}
