package org.spendreturns.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Java of another version than the one that runs the tests. */
final class OtherJava {

  /** Names the folder of another JDK, if it is not where they usually are. */
  static final String PLACE = "SPEND_RETURNS_OTHER_JDK";

  private static final List<Path> USUAL =
      List.of(
          Path.of("/usr/lib/jvm"),
          Path.of("/Library/Java/JavaVirtualMachines"),
          Path.of(System.getProperty("user.home"), ".jdks"),
          Path.of(System.getProperty("user.home"), ".sdkman", "candidates", "java"));
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

  private OtherJava() {}

  /** Its program {@code java}; the newest, if there are several. */
  static Optional<Path> find() throws IOException {
    Optional<String> named = Optional.ofNullable(System.getenv(PLACE));
    if (named.isPresent()) {
      return Optional.of(java(Path.of(named.get())));
    }
    Optional<Path> newest = Optional.empty();
    int version = Runtime.version().feature();
    for (Path folder : USUAL.stream().filter(Files::isDirectory).toList()) {
      try (Stream<Path> all = Files.list(folder)) {
        for (Path home : all.sorted().toList()) {
          int found = Files.isExecutable(java(home)) ? version(home) : 0;
          if (found > version) {
            version = found;
            newest = Optional.of(java(home));
          }
        }
      }
    }
    return newest;
  }

  private static Path java(Path home) {
    return home.resolve("bin").resolve("java");
  }

  /** 0 if the folder does not say. */
  private static int version(Path home) throws IOException {
    Path release = home.resolve("release");
    Matcher version = VERSION.matcher(Files.exists(release) ? Files.readString(release) : "");
    return version.find() ? Integer.parseInt(version.group(1)) : 0;
  }
}
