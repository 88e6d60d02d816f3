package org.spendreturns;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tree is the architecture: who may see whom, each rule a sentence. */
class ArchitectureTest {

  private static final String ROOT = "org.spendreturns.";

  private static final String[] CORE =
      rooms("money", "calendar", "ledger", "contract", "rulebook", "returns");

  /** For each room, the rooms of ours that it may see. */
  private static final Map<String, List<String>> MAY_SEE =
      Map.ofEntries(
          Map.entry("money", List.of()),
          Map.entry("calendar", List.of()),
          Map.entry("ledger", List.of("money", "calendar")),
          Map.entry("contract", List.of("money", "calendar", "ledger")),
          Map.entry("rulebook", List.of("money", "calendar", "ledger")),
          Map.entry("returns", List.of("money", "calendar", "ledger", "contract", "rulebook")),
          Map.entry("archive", core()),
          Map.entry("intake", with("archive")),
          Map.entry("store", core()),
          Map.entry("document", core()),
          Map.entry("batch", with("archive", "intake", "store", "document")),
          Map.entry("cli", with("archive", "intake", "store", "document", "batch")));

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.spendreturns");

  @Test
  void theCoreKnowsTheJdkAndJSpecifyAndNothingMore() {
    String[] allowed =
        Stream.concat(Stream.of(CORE), Stream.of("java..", "org.jspecify.."))
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .check(PROGRAM);
  }

  @Test
  void eachRoomSeesOnlyTheRoomsItMay() {
    List<ArchRule> rules = new ArrayList<>();
    MAY_SEE.forEach(
        (room, seen) -> {
          String[] hidden =
              MAY_SEE.keySet().stream()
                  .filter(other -> !other.equals(room) && !seen.contains(other))
                  .map(other -> ROOT + other + "..")
                  .toArray(String[]::new);
          if (hidden.length > 0) {
            rules.add(
                noClasses()
                    .that()
                    .resideInAPackage(ROOT + room + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(hidden));
          }
        });
    CompositeArchRule.of(rules).check(PROGRAM);
  }

  @Test
  void everyRoomOfTheTreeIsKnownHere() throws IOException {
    try (Stream<Path> rooms = Files.list(Path.of("src/main/java/org/spendreturns"))) {
      assertThat(rooms.filter(Files::isDirectory).map(room -> room.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(MAY_SEE.keySet());
    }
  }

  @Test
  void noRoomsSeeEachOtherInACircle() {
    SlicesRuleDefinition.slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(PROGRAM);
  }

  @Test
  void sqlIsOnlyInTheStore() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "store..", ROOT + "batch..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
        .check(PROGRAM);
  }

  @Test
  void springBatchIsOnlyInBatch() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "batch..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework.batch..")
        .check(PROGRAM);
  }

  @Test
  void nobodyAsksTheMachineForTheTime() {
    noClasses()
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.LocalDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(PROGRAM);
  }

  @Test
  void onlyTheCommandLineSpeaksToTheConsole() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(PROGRAM);
  }

  private static String[] rooms(String... names) {
    return Arrays.stream(names).map(name -> ROOT + name + "..").toArray(String[]::new);
  }

  private static List<String> core() {
    return List.of("money", "calendar", "ledger", "contract", "rulebook", "returns");
  }

  private static List<String> with(String... edges) {
    return Stream.concat(core().stream(), Arrays.stream(edges)).toList();
  }
}
