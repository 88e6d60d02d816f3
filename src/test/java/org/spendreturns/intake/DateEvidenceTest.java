package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DateEvidenceTest {

  private static Optional<DateOrder> order(String... dates) {
    DateEvidence evidence = new DateEvidence();
    for (String date : dates) {
      evidence.see(date, false);
    }
    return evidence.decide();
  }

  @Test
  void goesByADateThatFitsOneOrderOnly() {
    assertThat(order("03/04/2014", "25/04/2014")).contains(DateOrder.DAY_FIRST);
    assertThat(order("04/03/2014", "04/25/2014")).contains(DateOrder.MONTH_FIRST);
  }

  @Test
  void readsDayFirstWithoutEvidence() {
    assertThat(order()).contains(DateOrder.DAY_FIRST);
    assertThat(order("03/04/2014", "04/04/2014")).contains(DateOrder.DAY_FIRST);
    assertThat(order("15-Mar-11", "2014-04-03", "43193")).contains(DateOrder.DAY_FIRST);
  }

  @Test
  void asksWhenThereIsEvidenceForBoth() {
    assertThat(order("25/04/2014", "04/25/2014")).isEmpty();
  }

  @Test
  void keepsTheOrderThatNearlyAllDatesFit() {
    String[] dates =
        IntStream.range(0, 40)
            .mapToObj(i -> i == 0 ? "04/25/2014" : "25/04/2014")
            .toArray(String[]::new);
    assertThat(order(dates)).contains(DateOrder.DAY_FIRST);
  }

  @Test
  void asksWhenOnlyTheDatesWithANumberOver12WereTurned() {
    assertThat(order("3/8/2010", "5/8/2010", "6/8/2010", "8/17/2010", "8/23/2010")).isEmpty();
    assertThat(order("1/7/2010", "12/7/2010", "7/13/2010")).isEmpty();
    assertThat(order("3/8/2010", "5/8/2010", "17/3/2010", "17/5/2010"))
        .as("two late ones are no pattern")
        .contains(DateOrder.DAY_FIRST);
    assertThat(order("8/3/2010", "8/5/2010", "8/6/2010", "17/8/2010", "23/8/2010")).isEmpty();
  }

  @Test
  void asksWhenOnlyMonthFirstPutsAllDatesInOneMonthAndTheYearDependsOnIt() {
    assertThat(order("3/1/2010", "3/2/2010", "3/4/2010", "3/5/2010", "3/6/2010")).isEmpty();
    assertThat(order("8/5/2010", "8/6/2010", "8/7/2010", "8/9/2010", "8/10/2010"))
        .as("the financial year is the same either way")
        .contains(DateOrder.DAY_FIRST);
  }

  @Test
  void asksWhenAProgramMadeRealDatesOfTheDaysToThe12th() {
    assertThat(order("2014-01-04", "2014-02-04", "2014-03-04", "13/04/2014", "30/04/2014"))
        .as("1, 2 and 3 April, turned, beside texts of April")
        .isEmpty();
    assertThat(order("41643", "41674", "41702", "13/04/2014", "30/04/2014")).isEmpty();
    assertThat(order("2014-04-01", "2014-04-02", "2014-04-03", "13/04/2014"))
        .as("of April as they stand")
        .contains(DateOrder.DAY_FIRST);
    assertThat(order("2014-01-04", "2014-02-04", "2014-03-04", "2014-03-31", "13/04/2014"))
        .as("a real date after the 12th was not turned")
        .contains(DateOrder.DAY_FIRST);
  }
}
