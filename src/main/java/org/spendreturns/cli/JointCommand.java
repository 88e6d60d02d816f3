package org.spendreturns.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.spendreturns.batch.Runs;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.returns.JointReturn;
import org.spendreturns.returns.JointView;
import org.spendreturns.returns.Value;
import org.spendreturns.returns.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Returns of several bodies, added. */
@Command(
    name = "joint",
    mixinStandardHelpOptions = true,
    description =
        "Adds the returns of several bodies. What two of them tell of is counted once: shares of an"
            + " agreement are shown with the whole.")
final class JointCommand implements Callable<Integer> {

  private final Clock clock;
  private final Wording wording = Wording.english();

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private HomeOptions where = new HomeOptions();

  @Option(
      names = "--body",
      required = true,
      split = ",",
      paramLabel = "BODY",
      description = "The bodies, by the names of their files in bodies/: two at least.")
  private List<String> bodies = List.of();

  @Option(
      names = "--topic",
      required = true,
      paramLabel = "TOPIC",
      description = "The topic, by the name of its folder in rulebooks/.")
  private String topic = "";

  @Option(
      names = "--years",
      required = true,
      paramLabel = "YEARS",
      description = "Financial years, as 2014-15 or 2012-13..2014-15.")
  private String years = "";

  JointCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    String range = range();
    try (Runs runs = Runs.open(where.home(), clock)) {
      PrintWriter out = spec.commandLine().getOut();
      print(runs.joint(bodies, topic, range), out);
      out.flush();
      return ExitCode.DONE;
    }
  }

  private String range() {
    if (bodies.stream().distinct().count() < 2) {
      throw new ParameterException(spec.commandLine(), "--body: two bodies at least are added");
    }
    try {
      return FinancialYear.writeRange(FinancialYear.parseRange(years));
    } catch (IllegalArgumentException fault) {
      throw new ParameterException(spec.commandLine(), "--years: " + fault.getMessage(), fault);
    }
  }

  private void print(JointReturn joint, PrintWriter out) {
    print("Awarded", joint, joint.awarded(), out);
    out.println();
    print("Paid", joint, joint.paid(), out);
    if (!joint.agreements().isEmpty()) {
      out.println();
      out.println("Agreements of more than one of them:");
      joint.agreements().forEach(view -> out.println("  " + words(view)));
    }
    if (!joint.told().isEmpty()) {
      out.println();
      joint.told().forEach(out::println);
    }
  }

  /** Each category and the total: all bodies together, and what each of them says, further in. */
  private void print(String basis, JointReturn joint, List<JointReturn.Row> rows, PrintWriter out) {
    List<String> columns = new ArrayList<>();
    joint.years().forEach(year -> columns.add(year.toString()));
    columns.add("in all");
    out.println("%s, %s".formatted(basis, String.join(" | ", columns)));
    for (JointReturn.Row row : rows) {
      out.println("%s: %s".formatted(row.title(), words(row.together())));
      for (int body = 0; body < joint.bodies().size(); body++) {
        out.println("  %s: %s".formatted(joint.bodies().get(body), words(row.byBody().get(body))));
      }
    }
  }

  private String words(List<Value> values) {
    return String.join(" | ", values.stream().map(wording::words).toList());
  }

  private String words(JointView view) {
    List<String> shares = new ArrayList<>();
    view.shares().forEach((body, sum) -> shares.add(body + " " + wording.money(sum)));
    view.otherFunders()
        .forEach((name, sum) -> shares.add(name + " (no return here) " + wording.money(sum)));
    return "%s: %s; shares together %s"
        .formatted(
            view.reference(),
            String.join(", ", shares),
            view.whole().map(wording::money).orElse("not on file"));
  }
}
