package org.spendreturns.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spendreturns.intake.ColumnNames.Ranked;
import org.spendreturns.intake.LedgerSettings.AmountBasis;
import org.spendreturns.intake.LedgerSettings.DateBasis;

/** The layout that known names give: of columns with one role the preferred, and what is unsure. */
final class NamedLayout {

  private static final String SAY =
      "; name the columns in the body's file ('layout suggest' proposes them)";

  /** A name such as "Organisation" may be the body's own, and stands among the later entries. */
  private static final int RANK_OF_ANY_NAME = 1_000;

  private final Map<ColumnRole, List<Ranked>> ranked;
  private final List<String> cells;
  private final LedgerSettings settings;

  NamedLayout(Map<ColumnRole, List<Ranked>> ranked, List<String> cells, LedgerSettings settings) {
    this.ranked = ranked;
    this.cells = cells;
    this.settings = settings;
  }

  /** The layout, or empty if no amount, no supplier or no date that is needed is named. */
  Optional<Layout> layout() {
    List<String> choices = new ArrayList<>();
    for (ColumnRole role : ColumnRole.values()) {
      List<Ranked> columns = ranked.getOrDefault(role, List.of());
      if (settings.needs(role) && columns.isEmpty()) {
        return Optional.empty();
      }
      if (role.isRequired() && columns.size() > 1) {
        choices.add(choice(role, columns));
      }
    }
    if (basis(ColumnRole.SUPPLIER).equals(ColumnNames.BY_CONTENT)) {
      choices.add(
          "supplier: column %s, by what it holds".formatted(name(first(ColumnRole.SUPPLIER))));
    }
    Map<ColumnRole, List<Integer>> roles = new EnumMap<>(ColumnRole.class);
    ranked.forEach(
        (role, columns) ->
            roles.put(
                role,
                columns.stream()
                    .limit(role.mayRepeat() ? columns.size() : 1)
                    .map(Ranked::column)
                    .toList()));
    if (currencyIsOfAnotherSum()) {
      roles.remove(ColumnRole.CURRENCY);
    }
    return Optional.of(new Layout(roles, cells, choices, Optional.of(unsure())));
  }

  /** Beside a sum that was billed in pounds, the currency of the transaction says nothing of it. */
  private boolean currencyIsOfAnotherSum() {
    return ranked.containsKey(ColumnRole.CURRENCY)
        && basis(ColumnRole.CURRENCY).equals("transaction")
        && basis(ColumnRole.AMOUNT).equals("billing");
  }

  private Layout.Unsure unsure() {
    List<Ranked> amounts = ranked.getOrDefault(ColumnRole.AMOUNT, List.of());
    boolean isOpen = basis(ColumnRole.AMOUNT).equals("unsaid");
    List<Integer> rivals =
        amounts.stream()
            .skip(1)
            .filter(amount -> isOpen && amount.match().basis().equals("unsaid"))
            .map(Ranked::column)
            .toList();
    boolean mayBeTheBody =
        first(ColumnRole.SUPPLIER).match().rank() >= RANK_OF_ANY_NAME
            && first(ColumnRole.SUPPLIER).match().rank() < 2 * RANK_OF_ANY_NAME;
    return new Layout.Unsure(ask(), rivals, mayBeTheBody, notices());
  }

  /** Credits in a column of their own belong to a column of debits, and to no other. */
  private Optional<String> ask() {
    if (!ranked.containsKey(ColumnRole.CREDIT) || basis(ColumnRole.AMOUNT).equals("debit")) {
      return Optional.empty();
    }
    return Optional.of(
        "columns %s and %s: whether a credit is in the first, too, is not known"
                .formatted(name(first(ColumnRole.AMOUNT)), name(first(ColumnRole.CREDIT)))
            + SAY);
  }

  /** What the body's file says and the columns do not give. */
  private List<String> notices() {
    List<String> notices = new ArrayList<>();
    AmountBasis other = settings.amounts() == AmountBasis.NET ? AmountBasis.GROSS : AmountBasis.NET;
    if (basis(ColumnRole.AMOUNT).equals(EnumText.written(other))) {
      notices.add(
          "amount: column %s is %s of VAT, and no column is %s, as the body's file says; say amounts: %s there, or export the other"
              .formatted(
                  name(first(ColumnRole.AMOUNT)),
                  EnumText.written(other),
                  EnumText.written(settings.amounts()),
                  EnumText.written(other)));
    }
    String date = ranked.containsKey(ColumnRole.DATE) ? basis(ColumnRole.DATE) : "";
    boolean isOtherDay =
        date.equals(EnumText.written(DateBasis.INVOICE))
            || date.equals(EnumText.written(DateBasis.AWARD));
    if (isOtherDay && !date.equals(EnumText.written(settings.dates()))) {
      notices.add(
          "date: column %s is the %s date, and no column is the %s date, as the body's file says; say dates: %s there, or export the other"
              .formatted(
                  name(first(ColumnRole.DATE)), date, EnumText.written(settings.dates()), date));
    }
    return notices;
  }

  private Ranked first(ColumnRole role) {
    return ranked.getOrDefault(role, List.of()).get(0);
  }

  private String basis(ColumnRole role) {
    return first(role).match().basis();
  }

  private String name(Ranked column) {
    return "'" + CellText.plain(cells.get(column.column())) + "'";
  }

  private String choice(ColumnRole role, List<Ranked> columns) {
    List<String> names = columns.stream().map(this::name).toList();
    String why =
        switch (role) {
          case DATE -> ", the %s date being wanted".formatted(EnumText.written(settings.dates()));
          case AMOUNT ->
              ", %s being wanted"
                  .formatted(settings.amounts() == AmountBasis.NET ? "net of VAT" : "gross");
          default -> "";
        };
    return "%s: column %s, not %s%s"
        .formatted(
            EnumText.written(role),
            names.get(0),
            String.join(", ", names.subList(1, names.size())),
            why);
  }
}
