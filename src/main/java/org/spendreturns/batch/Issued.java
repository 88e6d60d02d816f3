package org.spendreturns.batch;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.spendreturns.money.Money;
import org.spendreturns.returns.Figure;
import org.spendreturns.returns.Part;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Value;
import org.spendreturns.returns.Wording;
import org.spendreturns.rulebook.ClassifiedLine;
import org.spendreturns.rulebook.Evidence;
import org.spendreturns.store.Editions.IssuedFigure;
import org.spendreturns.store.Editions.IssuedPart;

/** A return's figures as they are recorded with its edition. */
final class Issued {

  private Issued() {}

  static List<IssuedFigure> figures(Return filing, Wording wording) {
    return filing.figures().stream().map(figure -> figure(figure, wording)).toList();
  }

  private static IssuedFigure figure(Figure figure, Wording wording) {
    return new IssuedFigure(
        figure.id(),
        state(figure.value()),
        pence(figure.value()),
        wording.words(figure.value()),
        figure.formula(),
        figure.parts().stream().map(Issued::part).toList());
  }

  /** {@code NOT_BROKEN_DOWN} for a {@link Value.NotBrokenDown}. */
  private static String state(Value value) {
    return value
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
        .toUpperCase(Locale.ROOT);
  }

  private static @Nullable Long pence(Value value) {
    if (value instanceof Value.Amount amount) {
      return amount.money().pence();
    }
    return value instanceof Value.AtLeast least ? least.money().pence() : null;
  }

  private static IssuedPart part(Part part) {
    if (part instanceof Part.OfContract share) {
      return new IssuedPart(
          "CONTRACT",
          share.registerDigest(),
          share.at().file(),
          share.at().sheet(),
          share.at().line(),
          share.reference(),
          share.amount().pence(),
          share.rule());
    }
    if (part instanceof Part.OfLine payment) {
      return line(payment.exportDigest(), payment.line());
    }
    Part.OfFigure other = (Part.OfFigure) part;
    return new IssuedPart("FIGURE", "", "", "", 0, other.figureId(), null, "");
  }

  private static IssuedPart line(String digest, ClassifiedLine found) {
    Money amount = found.line().amount();
    String reasons =
        found.classification().evidence().stream()
            .filter(each -> each.role() != Evidence.Role.AGAINST)
            .map(Evidence::toString)
            .collect(Collectors.joining("; "));
    return new IssuedPart(
        "LINE",
        digest,
        found.line().at().file(),
        found.line().at().sheet(),
        found.line().at().line(),
        found.line().particulars().supplier(),
        amount.pence(),
        reasons);
  }
}
