package org.spendreturns.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The columns of a ledger as a person says them in a body's file.
 *
 * <pre>
 * columns:
 *   date: Pay Date              # by its name in the ledger
 *   supplier: Supplier Name
 *   amount: column F            # or by its place, for a ledger without names
 *   description: [Narrative, column H]
 * </pre>
 *
 * <p>{@code date}, {@code amount} and {@code supplier} are needed. A list is allowed for {@code
 * description}, {@code cost-centre}, {@code expense-type} and {@code heading}. If all columns are
 * given by place, every record is a line; otherwise lines begin after the record with the names.
 * {@code date} may be left out where the body says of which month all lines are.
 */
public final class PinnedLayout {

  private static final Pattern PLACE = Pattern.compile("column (?:(\\d{1,4})|([A-Za-z]{1,3}))");

  private final Map<ColumnRole, List<String>> columns;

  private PinnedLayout(Map<ColumnRole, List<String>> columns) {
    this.columns = Collections.unmodifiableMap(columns);
  }

  /**
   * Reads the mapping under {@code columns:}.
   *
   * @param needsDate whether a column of dates must be there
   * @throws FaultyInputException if a key is not known or one that is needed is missing
   */
  static PinnedLayout read(YamlNode node, boolean needsDate) {
    Map<ColumnRole, List<String>> columns = new EnumMap<>(ColumnRole.class);
    List<String> known = new ArrayList<>();
    for (ColumnRole role : ColumnRole.values()) {
      String key = EnumText.written(role);
      known.add(key);
      node.find(key)
          .ifPresent(
              value ->
                  columns.put(role, value.isList() ? several(role, value) : List.of(value.text())));
      boolean isNeeded = role == ColumnRole.DATE ? needsDate : role.isRequired();
      if (isNeeded && !columns.containsKey(role)) {
        throw node.fault(
            "key '%s' is missing: a ledger needs date, amount and supplier".formatted(key));
      }
    }
    node.allow(known.toArray(String[]::new));
    return new PinnedLayout(columns);
  }

  private static List<String> several(ColumnRole role, YamlNode value) {
    if (!role.mayRepeat()) {
      throw value.fault("%s is one column, not a list".formatted(EnumText.written(role)));
    }
    return value.items().stream().map(YamlNode::text).toList();
  }

  /** Whether all columns are given by place, so that the ledger needs no names. */
  boolean isByPlace() {
    return columns.values().stream()
        .flatMap(List::stream)
        .allMatch(column -> PLACE.matcher(column).matches());
  }

  /**
   * The layout, if the record has all the names that are said.
   *
   * @param cells the record; not looked at if all columns are given by place
   */
  Optional<Layout> layout(List<String> cells) {
    List<String> names = cells.stream().map(ColumnNames::normalised).toList();
    Map<ColumnRole, List<Integer>> found = new EnumMap<>(ColumnRole.class);
    for (Map.Entry<ColumnRole, List<String>> said : columns.entrySet()) {
      List<Integer> indices = said.getValue().stream().map(name -> index(name, names)).toList();
      if (indices.contains(-1)) {
        return Optional.empty();
      }
      found.put(said.getKey(), indices);
    }
    return Optional.of(
        new Layout(found, isByPlace() ? List.of() : cells, List.of(), Optional.empty()));
  }

  private static int index(String said, List<String> names) {
    Matcher place = PLACE.matcher(said);
    if (!place.matches()) {
      return names.indexOf(ColumnNames.normalised(said));
    }
    return place.group(1) != null
        ? Integer.parseInt(place.group(1)) - 1
        : WorkbookText.column(place.group(2).toUpperCase(Locale.ROOT));
  }

  /** What was said, for a message: {@code date 'Pay Date', amount 'column F'}. */
  String written() {
    List<String> parts = new ArrayList<>();
    columns.forEach(
        (role, names) ->
            parts.add("%s '%s'".formatted(EnumText.written(role), String.join("', '", names))));
    return String.join(", ", parts);
  }
}
