package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.rulebook.Overlay;

/** Dates that stand further down than those which decided their order. */
class LaterDatesTest {

  private static final Classifier CLASSIFIER =
      new Classifier(
          RulebookFile.read(Path.of("input/rulebooks/sexual-violence/2026-11.yaml")), Overlay.NONE);

  @TempDir Path folder;

  private static String lines(int count, String date) {
    return IntStream.range(0, count)
        .mapToObj(i -> date.formatted(1 + i % 28) + ",Acme Ltd,10.00,x\n")
        .collect(Collectors.joining());
  }

  /** What is doubted, both ways of reading giving the same. */
  private List<String> doubts(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("april.csv"), ReadLedger.HEADER + text);
    List<String> singly = scan(file, new QuickScan.Pace(1 << 30, 1));
    assertThat(scan(file, new QuickScan.Pace(4_000, 2))).isEqualTo(singly);
    return singly;
  }

  private static List<String> scan(Path file, QuickScan.Pace pace) {
    LedgerSettings settings = LedgerSettings.DEFAULT;
    List<String> said = new ArrayList<>();
    long accepted = 0;
    try (LedgerScan scan = LedgerScan.open(file, "april.csv", settings, CLASSIFIER, 0, pace)) {
      for (Optional<ScannedBlock> next = scan.next(); next.isPresent(); next = scan.next()) {
        accepted += next.get().totals().accepted();
      }
      said.addAll(scan.doubts());
    } catch (SetAsideException refused) {
      said.add(refused.kind() + " " + refused.getMessage());
    }
    said.add(accepted + " accepted");
    return said;
  }

  @Test
  void setAsideTheFileIfManyFitOnlyTheOtherOrder() throws IOException {
    assertThat(doubts(lines(1_200, "%02d/04/2014") + lines(1_200, "05/%02d/2014")))
        .containsExactly(
            "AMBIGUOUS_DATES april.csv: dates are d/m at first, and 684 of 2,400 cannot be; write"
                + " date-order: d/m or m/d in the body's file, or split the export",
            "1716 accepted");
  }

  @Test
  void areToldIfFewDo() throws IOException {
    assertThat(doubts(lines(1_200, "%02d/04/2014") + "05/13/2014,Acme Ltd,10.00,x\n"))
        .containsExactly(
            "april.csv: dates are read d/m, and 1 of 1,201 cannot be, and are rejected; look"
                + " whether lines of another system stand in the export, for others of them may"
                + " have day and month exchanged",
            "1200 accepted");
    assertThat(doubts(lines(1_200, "%02d/04/2014"))).containsExactly("1200 accepted");
  }

  @Test
  void decideWhereTheFirstTenThousandNeededNoOrder() throws IOException {
    String before = lines(10_050, "2014-04-%02d");
    String scattered =
        IntStream.rangeClosed(1, 12)
            .mapToObj("05/%02d/2014,Acme Ltd,10.00,x\n"::formatted)
            .collect(Collectors.joining());
    assertThat(doubts(before + scattered))
        .containsExactly(
            "AMBIGUOUS_DATES april.csv: dates further down may be d/m or m/d (all fit both, and"
                + " only read m/d do they lie in one month), and the first show neither; write"
                + " date-order: d/m or m/d in the body's file, or split the export",
            "10062 accepted");
    assertThat(doubts(before + lines(28, "%02d/05/2014"))).containsExactly("10078 accepted");
  }

  @Test
  void areTakenAsTheBodySays() throws IOException {
    LedgerSettings said = LedgerSettings.read(YamlNode.parse("body.yaml", "date-order: d/m\n"));
    String text = ReadLedger.HEADER + lines(1_200, "%02d/04/2014") + lines(28, "05/%02d/2014");
    assertThat(ReadLedger.of(folder, text.getBytes(java.nio.charset.StandardCharsets.UTF_8), said))
        .satisfies(read -> assertThat(read.outcomes()).hasSize(1_229));
    assertThatThrownBy(
            () ->
                ReadLedger.of(
                    folder,
                    ReadLedger.HEADER
                        + lines(1_200, "%02d/04/2014")
                        + lines(1_200, "05/%02d/2014")))
        .isInstanceOf(SetAsideException.class);
  }
}
