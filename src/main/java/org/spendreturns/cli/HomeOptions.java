package org.spendreturns.cli;

import java.nio.file.Path;
import org.spendreturns.batch.Home;
import picocli.CommandLine.Option;

/** Where the program finds and keeps things. */
final class HomeOptions {

  @Option(
      names = "--input",
      paramLabel = "DIR",
      defaultValue = "input",
      description =
          "The folder of ledgers, registers, rulebooks, bodies and requests (${DEFAULT-VALUE}).")
  private Path input = Path.of("input");

  @Option(
      names = "--reports",
      paramLabel = "DIR",
      defaultValue = "reports",
      description =
          "The folder that finished editions are put in, below returns/ (${DEFAULT-VALUE}).")
  private Path reports = Path.of("reports");

  @Option(
      names = "--templates",
      paramLabel = "DIR",
      defaultValue = "reports/templates",
      description = "The folder of the documents' templates and fonts (${DEFAULT-VALUE}).")
  private Path templates = Path.of("reports", "templates");

  @Option(
      names = "--home",
      paramLabel = "DIR",
      defaultValue = "${env:SPEND_RETURNS_HOME:-.spend-returns}",
      description =
          "The folder of the archive and the database ($SPEND_RETURNS_HOME, else .spend-returns).")
  private Path root = Path.of(".spend-returns");

  Home home() {
    return new Home(input, templates, reports, root);
  }
}
