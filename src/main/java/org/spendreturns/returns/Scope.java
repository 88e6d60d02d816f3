package org.spendreturns.returns;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.spendreturns.calendar.FinancialYear;

/**
 * What a return is about.
 *
 * @param topicId the topic's id, as in paths
 * @param topicTitle as the return's title begins: "Sexual violence and abuse services commissioned"
 * @param years the financial years, ascending, at least one
 * @param requests the requests it answers; none for one made unasked
 */
public record Scope(
    String topicId, String topicTitle, List<FinancialYear> years, List<Request> requests) {

  /** Orders the years, and the requests by the day they were received. */
  public Scope {
    if (years.isEmpty()) {
      throw new IllegalArgumentException("a return has at least one financial year");
    }
    years = years.stream().distinct().sorted().toList();
    requests =
        requests.stream()
            .sorted(
                Comparator.comparing((Request one) -> one.received().orElse(LocalDate.MAX))
                    .thenComparing(Request::reference))
            .toList();
  }
}
