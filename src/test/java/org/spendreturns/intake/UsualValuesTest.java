package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.spendreturns.money.Money;

/**
 * Values written in the usual way are read by a short cut, which must agree with the long way: a
 * space before a text sends it there.
 */
class UsualValuesTest {

  @Property(tries = 5_000, seed = "20261123")
  void readsUsualSumsAsItReadsAllOthers(
      @ForAll
          @CharRange(from = '0', to = '3')
          @Chars({',', '.', '-', '(', ')'})
          @StringLength(max = 12)
          String text) {
    assertThat(AmountText.read(text)).isEqualTo(AmountText.read(" " + text));
  }

  @Property(tries = 2_000, seed = "20261123")
  void readsEverySumThatItsGroupsMayBeWrittenIn(
      @ForAll @LongRange(min = -99_999_999_999L, max = 99_999_999_999L) long pence) {
    Money sum = new Money(pence);
    String grouped = String.format(Locale.ROOT, "%,d", Math.abs(pence) / 100);
    String written =
        (pence < 0 ? "-" : "")
            + grouped
            + String.format(Locale.ROOT, ".%02d", Math.abs(pence) % 100);
    assertThat(AmountText.read(written)).contains(sum);
    assertThat(AmountText.read("£ " + written)).contains(sum);
    assertThat(AmountText.read(written.replace(",", ""))).contains(sum);
  }

  @Property(tries = 3_000, seed = "20261123")
  void readsUsualDatesAsItReadsAllOthers(
      @ForAll @IntRange(max = 40) int first,
      @ForAll @IntRange(max = 40) int second,
      @ForAll @IntRange(min = 1980, max = 2110) int year,
      @ForAll DateOrder order) {
    String text = "%02d/%02d/%d".formatted(first, second, year);
    assertThat(DateText.read(text, order, false))
        .isEqualTo(DateText.read(" " + text, order, false));
  }
}
