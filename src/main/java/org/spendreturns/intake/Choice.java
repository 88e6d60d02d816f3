package org.spendreturns.intake;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spendreturns.calendar.FinancialYear;

/** Values of a body's, request's or register's file that have a closed form. */
final class Choice {

  private Choice() {}

  /** A word of a closed list, in lower case with hyphens for underscores. */
  static <E extends Enum<E>> E of(YamlNode node, Class<E> list) {
    for (E one : list.getEnumConstants()) {
      if (written(one).equals(node.text())) {
        return one;
      }
    }
    throw node.fault("'%s' is not one of %s".formatted(node.text(), all(list)));
  }

  /** All words of a list, as a message names them. */
  static <E extends Enum<E>> String all(Class<E> list) {
    return Stream.of(list.getEnumConstants())
        .map(Choice::written)
        .collect(Collectors.joining(", "));
  }

  /** As a file writes it. */
  static String written(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A year, a range of years, or a list of them. */
  static Set<FinancialYear> years(YamlNode node) {
    Set<FinancialYear> years = new TreeSet<>();
    List<YamlNode> items = node.isList() ? node.items() : List.of(node);
    for (YamlNode item : items) {
      try {
        years.addAll(FinancialYear.parseRange(item.text()));
      } catch (IllegalArgumentException fault) {
        throw item.fault(String.valueOf(fault.getMessage()));
      }
    }
    return years;
  }

  /** A list of months written {@code 2013-08}. */
  static Set<YearMonth> months(List<YamlNode> items) {
    Set<YearMonth> months = new TreeSet<>();
    for (YamlNode item : items) {
      try {
        months.add(YearMonth.parse(item.text()));
      } catch (DateTimeException fault) {
        throw item.fault("'%s' is not a month written yyyy-MM".formatted(item.text()));
      }
    }
    return months;
  }
}
