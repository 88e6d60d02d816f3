package org.spendreturns;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real program, in a process of its own. */
final class Program {

  private Program() {}

  /**
   * Starts it.
   *
   * @param output where what it prints goes, faults among it
   */
  static Process start(Path output, String... words) throws IOException {
    return start(List.of(), output, words);
  }

  /**
   * Starts it under a shell that first limits how large a file it may write.
   *
   * @param blocks of 512 bytes
   */
  static Process startWithRoomFor(int blocks, Path output, String... words) throws IOException {
    String limited = "ulimit -f %d; exec \"$@\"".formatted(blocks);
    return start(List.of("sh", "-c", limited, "sh"), output, words);
  }

  /**
   * Starts it without the privilege by which root reads what nobody may read: a file's permissions
   * bind it as they bind any account.
   */
  static Process startBoundByPermissions(Path output, String... words) throws IOException {
    return start(
        List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search"), output, words);
  }

  private static Process start(List<String> shell, Path output, String... words)
      throws IOException {
    List<String> command = new ArrayList<>(shell);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1", // it lives for seconds: half of them would go on compiling
            "-cp",
            System.getProperty("java.class.path"),
            "org.spendreturns.SpendReturns"));
    command.addAll(List.of(words));
    File file = output.toFile();
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(file))
        .start();
  }
}
