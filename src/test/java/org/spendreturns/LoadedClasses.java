package org.spendreturns;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The program's classes as the virtual machine keeps them once they are loaded and verified: a
 * process that begins with them is ready in half the time. Made once in a test process, by a night
 * on a rulebook and one line.
 */
final class LoadedClasses {

  private static final LoadedClasses MADE = make();

  private final Path archive;
  private final String classpath;

  private LoadedClasses(Path archive, String classpath) {
    this.archive = archive;
    this.classpath = classpath;
  }

  /** What to say to {@code java} before the class to start. */
  static List<String> options() {
    return MADE.options("-XX:SharedArchiveFile=");
  }

  private List<String> options(String use) {
    return List.of(
        "-Xmx256m",
        "-XX:TieredStopAtLevel=1", // it lives for seconds: half of them would go on compiling
        use + archive,
        "-Xlog:cds=off", // of classes that cannot be kept
        "-cp",
        classpath);
  }

  private static LoadedClasses make() {
    try {
      Path folder =
          Files.createTempDirectory(Files.createDirectories(Path.of("target")), "classes-");
      Path jar = folder.resolve("program.jar"); // a folder's classes cannot be kept
      ToolProvider.findFirst("jar")
          .orElseThrow()
          .run(System.out, System.err, "-cf", jar.toString(), "-C", "target/classes", ".");
      String classpath =
          Stream.concat(
                  Stream.of(jar.toString()),
                  Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                      .filter(entry -> Files.isRegularFile(Path.of(entry))))
              .collect(Collectors.joining(File.pathSeparator));
      LoadedClasses made = new LoadedClasses(folder.resolve("program.jsa"), classpath);
      made.fill(folder);
      return made;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private void fill(Path folder) throws IOException, InterruptedException {
    Path input = folder.resolve("input");
    Path ledgers = Files.createDirectories(input.resolve("ledgers/nene-vale"));
    Files.createDirectories(input.resolve("bodies"));
    FileSystemUtils.copyRecursively(Path.of("input/rulebooks"), input.resolve("rulebooks"));
    Files.writeString(
        input.resolve("bodies/nene-vale.yaml"), "id: nene-vale\nname: Nene Vale\nkind: pcc\n");
    Files.writeString(
        ledgers.resolve("line.csv"),
        "Payment Date,Supplier Name,Purpose of Spend,Net Amount\n01/04/2014,Acme,Locks,1.00\n");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options("-XX:ArchiveClassesAtExit="));
    command.addAll(
        List.of(
            "org.spendreturns.SpendReturns",
            "nightly",
            "--input=" + input,
            "--reports=" + folder.resolve("reports"),
            "--home=" + folder.resolve("home")));
    Path out = folder.resolve("out");
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start()
            .waitFor();
    if (code != 0) {
      throw new IllegalStateException("a night of one line ended with " + Files.readString(out));
    }
  }
}
