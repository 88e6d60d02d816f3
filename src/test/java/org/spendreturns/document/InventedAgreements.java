package org.spendreturns.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spendreturns.contract.Contract.Kind;
import org.spendreturns.money.Money;
import org.spendreturns.returns.Figure;
import org.spendreturns.returns.Section;
import org.spendreturns.returns.Value;

/** Agreements of a body that does not exist. */
record InventedAgreements(InventedFigures figures) {

  /** As many as wanted, one like the other. */
  List<Section.Row> advocacy(int agreements) {
    List<Section.Row> rows = new ArrayList<>();
    for (int number = 1; number <= agreements; number++) {
      String id = "ADVOCACY.YN-%03d".formatted(number);
      rows.add(
          new Section.Row(
              "Advocacy Trust number %d".formatted(number),
              number % 2 == 0 ? "GB-CHC-11%05d".formatted(number) : "",
              "Independent sexual violence adviser service, area %d".formatted(number),
              "YN-%03d".formatted(number),
              number % 3 == 0 ? "Executive Order %d".formatted(number) : "",
              Optional.of(LocalDate.of(2013, 4, 1)),
              Optional.of(LocalDate.of(2016, 3, 31)),
              figures.sum("awarded." + id + ".total"),
              figures.sums("awarded." + id),
              figures.sums("paid." + id),
              figures.sum("paid." + id + ".total"),
              deal(number % 2 == 0 ? Kind.GRANT : Kind.CONTRACT)));
    }
    return rows;
  }

  /** Names that are long or Welsh or begin like a formula, and a value of every kind. */
  List<Section.Row> awkward() {
    List<Value> kinds = everyKind();
    List<Section.Row> rows = new ArrayList<>();
    List<String> names =
        List.of(
            "Canolfan Gymorth Trais Rhywiol Dŵr-y-Felin a’r Tŷ Gŵydd",
            "The Ystrad Nene and District Rape, Incest and Childhood Sexual Abuse Counselling,"
                + " Helpline and Outreach Centre (Incorporated as a Charitable Company Limited by"
                + " Guarantee) trading as Nene Vale Together",
            "=HYPERLINK(\"https://example.org\",\"Refund\")",
            "@Home <Support> & Sons");
    for (int row = 0; row < names.size(); row++) {
      String id = "FACE_TO_FACE." + row;
      List<Figure> awarded = new ArrayList<>();
      List<Figure> paid = new ArrayList<>();
      for (int year = 0; year < figures.years().size(); year++) {
        Value value = kinds.get((row * 2 + year) % kinds.size());
        awarded.add(
            InventedFigures.figure(
                "awarded." + id + "." + figures.years().get(year), value, List.of(1, 2)));
        paid.add(figures.sum("paid." + id + "." + figures.years().get(year)));
      }
      boolean hasAgreement = row != 3;
      rows.add(
          new Section.Row(
              names.get(row),
              "GB-CHC-1156246",
              hasAgreement ? "Counselling and a helpline, from February 2015" : "",
              hasAgreement ? "YN-2%02d".formatted(row) : "",
              "",
              row == 1 ? Optional.empty() : Optional.of(LocalDate.of(2015, 2, 1)),
              row == 2 ? Optional.empty() : Optional.of(LocalDate.of(2018, 1, 31)),
              InventedFigures.figure("awarded." + id + ".total", kinds.get(row + 4), List.of()),
              awarded,
              paid,
              figures.sum("paid." + id + ".total"),
              hasAgreement ? deal(Kind.CONTRACT) : Optional.empty()));
    }
    return rows;
  }

  private static List<Value> everyKind() {
    return List.of(
        new Value.Nil(),
        new Value.NotHeld("Ystrad Nene Police Authority"),
        new Value.NotSeparable("Interpersonal violence services"),
        new Value.NoRecords(""),
        new Value.Withheld("s.43"),
        new Value.NoRecords("the register gives no amount"),
        new Value.NotBrokenDown(),
        new Value.AtLeast(new Money(120_450_000)),
        new Value.Amount(new Money(-123_456)));
  }

  List<Section.Row> notBrokenDown(String organisation) {
    String id = "NOT_BROKEN_DOWN.YN-301";
    return List.of(
        new Section.Row(
            organisation,
            "",
            "Adviser and counselling in one agreement",
            "YN-301",
            "Decision record 12",
            Optional.of(LocalDate.of(2014, 10, 1)),
            Optional.of(LocalDate.of(2015, 9, 30)),
            figures.sum("awarded." + id + ".total"),
            figures.sums("awarded." + id),
            figures.sums("paid." + id),
            figures.sum("paid." + id + ".total"),
            deal(Kind.GRANT)));
  }

  private static Optional<Section.Deal> deal(Kind kind) {
    return Optional.of(
        new Section.Deal(
            kind,
            Optional.of(LocalDate.of(2013, 3, 18)),
            Optional.of(LocalDate.of(2013, 3, 11)),
            "https://nene.example/decisions/11"));
  }
}
