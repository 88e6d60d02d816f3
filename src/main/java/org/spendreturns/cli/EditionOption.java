package org.spendreturns.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spendreturns.batch.Runs;
import org.spendreturns.store.Editions.Address;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** An edition, named by its address or by its folder. */
final class EditionOption {

  private static final Pattern EDITION =
      Pattern.compile("(?:.*/)?([^/]+)/([^/]+)/([^/]+)/(?:edition-)?0*([0-9]+)/?");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--edition",
      required = true,
      paramLabel = "EDITION",
      description = "As BODY/TOPIC/YEARS/edition-0001, or the edition's folder.")
  private Path edition = Path.of("");

  /** The return that it is an edition of. */
  Address address() {
    Matcher written = written();
    return new Address(written.group(1), written.group(2), written.group(3));
  }

  /** Its number. */
  int number() {
    return Integer.parseInt(written().group(4));
  }

  /** A fault that names the editions on record, for one that is not. */
  IllegalArgumentException notOnRecord(Runs runs) {
    List<String> all =
        runs.editions().stream().map(entry -> entry.address() + "/" + entry.number()).toList();
    return new IllegalArgumentException(
        "%s: edition %d is not on record here; on record are %s"
            .formatted(address(), number(), all.isEmpty() ? "none" : String.join(", ", all)));
  }

  private Matcher written() {
    Matcher written = EDITION.matcher(edition.toString().replace('\\', '/'));
    if (!written.matches()) {
      throw new ParameterException(
          spec.commandLine(),
          "--edition: '%s' is not written like BODY/TOPIC/YEARS/edition-0001".formatted(edition));
    }
    return written;
  }
}
