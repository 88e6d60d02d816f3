package org.spendreturns.bench;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * The program's classes as a process leaves them for those after it; of Java 25 on also which of
 * their methods it ran most. See README, How fast a night is.
 */
public final class ClassArchive implements AutoCloseable {

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final boolean LEARNS = Runtime.version().feature() >= 25;
  private static final List<String> SILENT =
      LEARNS ? List.of("-Xlog:aot=off") : List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off");

  private final Path jar;
  private final Path archive;
  private final String classpath;

  /** To be made in a folder, of what is on this process's class path. */
  public ClassArchive(Path folder) {
    jar = folder.resolve("classes.jar"); // classes of a folder cannot be kept
    archive = folder.resolve(LEARNS ? "classes.aot" : "classes.jsa");
    List<String> folders = new ArrayList<>();
    List<String> jars = new ArrayList<>(List.of(jar.toString()));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!entry.isEmpty() && Files.isDirectory(Path.of(entry))) {
        folders.addAll(List.of("-C", entry, "."));
      } else if (!entry.isEmpty()) {
        jars.add(entry);
      }
    }
    if (!folders.isEmpty()) {
      folders.addAll(0, List.of("--create", "--file", jar.toString()));
      ToolProvider.findFirst("jar").orElseThrow().run(OUT, OUT, folders.toArray(String[]::new));
    }
    classpath = String.join(File.pathSeparator, jars);
  }

  /** Where processes that make or use it find the classes. */
  public String classpath() {
    return classpath;
  }

  /** The option by which a process makes it when it ends. */
  public String making() {
    return (LEARNS ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive;
  }

  /** The option by which a process uses it. */
  public String using() {
    return (LEARNS ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive;
  }

  /** Options that go with either, so that what Java says of it is not printed. */
  public List<String> silent() {
    return SILENT;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(jar);
    Files.deleteIfExists(archive);
  }
}
