package org.spendreturns.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.calendar.Period;
import org.spendreturns.money.Money;
import org.spendreturns.rulebook.Category;

class WelshWordingTest {

  private static final Wording WELSH =
      Wording.in(Language.CY, Map.of("Advocacy", "Eiriolaeth", "The Body", "Y Corff"));

  private static final Map<String, String> ENGLISH_TEXTS = bundle("wording");
  private static final Map<String, String> WELSH_TEXTS = bundle("wording_cy");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");
  private static final int LONGEST_NAME_OF_A_SHEET = 31;

  /** Signs, and nothing to say in any language. */
  private static final Set<String> ALIKE =
      Set.of(
          "years.one",
          "years.shown",
          "list.join",
          "list.between",
          "meta.ofRequest",
          "changes.cause",
          "reason.count",
          "chart.part",
          "chart.says",
          "chart.inYear",
          "method.order.label",
          "pools.serves",
          "method.order.2.label",
          "chart.mark.atLeast.short",
          "chart.mark.noSum.short",
          "chart.without",
          "chart.part.unknown",
          "chart.year.unknown",
          "cover.particular",
          "answer.documents",
          "cause.payments");

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(WELSH_TEXTS.keySet()).isEqualTo(ENGLISH_TEXTS.keySet()).hasSizeGreaterThan(600);
  }

  @Test
  void aTextIsFilledInWithTheSameThingsInBothLanguages() {
    ENGLISH_TEXTS.forEach(
        (key, text) ->
            assertThat(placeholders(WELSH_TEXTS.getOrDefault(key, "")))
                .as(key)
                .isEqualTo(placeholders(text)));
  }

  @Test
  void noTextIsLeftInEnglishOrEmpty() {
    assertThat(WELSH_TEXTS.values()).noneMatch(String::isEmpty);
    Set<String> alike =
        WELSH_TEXTS.keySet().stream()
            .filter(key -> WELSH_TEXTS.getOrDefault(key, "").equals(ENGLISH_TEXTS.get(key)))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(alike).isEqualTo(new TreeSet<>(ALIKE));
  }

  /** A lone straight apostrophe would swallow what is filled in after it. */
  @Test
  void noApostropheSwallowsWhatIsFilledIn() {
    assertThat(WELSH_TEXTS.values()).noneMatch(text -> text.contains("'"));
    assertThat(ENGLISH_TEXTS.values())
        .filteredOn(text -> PLACEHOLDER.matcher(text).find())
        .allMatch(text -> !text.replace("''", "").contains("'"));
  }

  /** Notes are numbered by their texts: two that differ must differ in every language. */
  @Test
  void sentencesThatDifferInEnglishDifferInWelsh() {
    Set<String> seen = new HashSet<>();
    Set<String> english = new HashSet<>();
    ENGLISH_TEXTS.forEach(
        (key, text) -> {
          if (key.matches("(coverage|missing|agreement|block|share|joint|count)\\..*")) {
            boolean isNew = english.add(text);
            if (isNew) {
              assertThat(seen.add(WELSH_TEXTS.getOrDefault(key, ""))).as(key).isTrue();
            }
          }
        });
    assertThat(seen).hasSizeGreaterThan(50);
  }

  @Test
  void aSheetsNameIsNoLongerThanExcelTakes() {
    assertThat(WELSH_TEXTS)
        .allSatisfy(
            (key, text) -> {
              if (key.startsWith("sheet.")) {
                assertThat(text)
                    .hasSizeLessThanOrEqualTo(LONGEST_NAME_OF_A_SHEET)
                    .doesNotContainPattern("[\\[\\]:*?/\\\\]");
              }
            });
  }

  @Test
  void sumsAndDaysAreWrittenAsAWelshBodyWritesThem() {
    assertThat(WELSH.money(new Money(120_450_000))).isEqualTo("£1,204,500.00");
    assertThat(WELSH.date(LocalDate.of(2012, 11, 22))).isEqualTo("22 Tachwedd 2012");
    assertThat(WELSH.month(YearMonth.of(2014, 9))).isEqualTo("Medi 2014");
    assertThat(WELSH.instant(Instant.parse("2026-06-30T23:30:00Z")))
        .isEqualTo("1 Gorffennaf 2026, 00:30");
    assertThat(WELSH.days(new Period(LocalDate.of(2014, 4, 1), LocalDate.of(2015, 3, 31))))
        .isEqualTo("1 Ebrill 2014 – 31 Mawrth 2015");
    assertThat(WELSH.years(FinancialYear.parseRange("2012-13..2014-15")))
        .isEqualTo("2012-13 i 2014-15");
    assertThat(WELSH.and(List.of("A", "B", "C"))).isEqualTo("A, B, C");
    assertThat(WELSH.counted("count.payments", 1)).isEqualTo("taliad (1)");
    assertThat(WELSH.counted("count.payments", 1204)).isEqualTo("taliadau (1,204)");
    assertThat(WELSH.noteMark(3)).isEqualTo("[nodyn 3]");
  }

  @Test
  void aValueIsToldInWelshWords() {
    assertThat(WELSH.words(new Value.AtLeast(new Money(5)))).isEqualTo("o leiaf £0.05");
    assertThat(WELSH.words(new Value.Nil())).isEqualTo("dim");
    assertThat(WELSH.words(new Value.NotBrokenDown())).isEqualTo("heb ei ddadansoddi");
    assertThat(WELSH.words(new Value.NoRecords(""))).isEqualTo("dim cofnodion ar ffeil");
    assertThat(WELSH.words(new Value.Withheld("s.43"))).isEqualTo("ataliwyd – s.43");
    assertThat(Passage.of(WELSH.words(new Value.NotSeparable("The pool"))))
        .containsExactly(
            new Passage("ni ellir ei wahanu – ", false), new Passage("The pool", true));
  }

  @Test
  void aTextOfTheBodyStandsInWelshIfItIsGivenSoElseInEnglishAndMarked() {
    assertThat(WELSH.own("Advocacy")).isEqualTo("Eiriolaeth");
    assertThat(WELSH.heading(new Category("ADVOCACY", "(i)", "Advocacy")))
        .isEqualTo("(i) Eiriolaeth");
    assertThat(WELSH.heading(Category.NOT_BROKEN_DOWN)).isEqualTo("Heb ei ddadansoddi");
    assertThat(Passage.of("DW-1: " + WELSH.own("Paid late") + "."))
        .containsExactly(
            new Passage("DW-1: ", false), new Passage("Paid late", true), new Passage(".", false));
    assertThat(Passage.plain(WELSH.own("Paid late"))).isEqualTo("Paid late");
    assertThat(WELSH.own("2014-15")).isEqualTo("2014-15");
    assertThat(Wording.english().own("Paid late")).isEqualTo("Paid late");
  }

  /** A name is no passage: it is the same in every language, unless the body has two. */
  @Test
  void aNameIsNotMarked() {
    assertThat(WELSH.name("The Body")).isEqualTo("Y Corff");
    assertThat(WELSH.name("Lake Trust")).isEqualTo("Lake Trust");
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, String> bundle(String name) {
    Properties texts = new Properties();
    Path file = Path.of("src/main/resources/org/spendreturns/returns", name + ".properties");
    try (InputStreamReader in =
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
      texts.load(in);
    } catch (IOException fault) {
      throw new AssertionError(fault);
    }
    Map<String, String> byKey = new TreeMap<>();
    texts.forEach((key, text) -> byKey.put(String.valueOf(key), String.valueOf(text)));
    return byKey;
  }
}
