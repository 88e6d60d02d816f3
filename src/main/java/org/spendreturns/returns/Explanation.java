package org.spendreturns.returns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.rulebook.Evidence;

/**
 * A figure as a tree, from what the cell says to the rows of registers and the lines of ledgers.
 *
 * @param figure the figure
 * @param from the figures that it is made from, in order; empty for one made from rows and lines
 */
public record Explanation(Figure figure, List<Explanation> from) {

  private static final String INDENT = "  ";

  /** Keeps its own copy. */
  public Explanation {
    from = List.copyOf(from);
  }

  /**
   * Explains a figure of a return.
   *
   * @return empty if the return has no figure of this id
   */
  public static Optional<Explanation> of(Return filing, String figureId) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    filing.figures().forEach(figure -> figures.put(figure.id(), figure));
    return Optional.ofNullable(figures.get(figureId)).map(figure -> of(figures, figure));
  }

  private static Explanation of(Map<String, Figure> figures, Figure figure) {
    List<Explanation> from = new ArrayList<>();
    for (Part part : figure.parts()) {
      if (part instanceof Part.OfFigure other) {
        Figure found = figures.get(other.figureId());
        if (found == null) {
          throw new IllegalArgumentException(
              "figure %s is made from %s, which the return does not have"
                  .formatted(figure.id(), other.figureId()));
        }
        from.add(of(figures, found));
      }
    }
    return new Explanation(figure, from);
  }

  /** The tree as lines of text, each part under its figure and further in. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    write(this, "", lines);
    return lines;
  }

  private static void write(Explanation node, String indent, List<String> lines) {
    Figure figure = node.figure();
    lines.add(
        "%s%s: %s = %s"
            .formatted(
                indent,
                figure.id(),
                Wording.english().wordsInSentence(figure.value()),
                figure.formula()));
    node.from().forEach(each -> write(each, indent + INDENT, lines));
    for (Part part : figure.parts()) {
      if (part instanceof Part.OfContract share) {
        lines.add(
            "%s%s %s, %s (%s)"
                .formatted(
                    indent + INDENT,
                    share.reference(),
                    Wording.english().moneyInText(share.amount()),
                    share.rule(),
                    share.at()));
      } else if (part instanceof Part.OfLine payment) {
        lines.add(indent + INDENT + line(payment));
      }
    }
  }

  private static String line(Part.OfLine payment) {
    LedgerLine line = payment.line().line();
    List<String> evidence =
        payment.line().classification().evidence().stream()
            .filter(each -> each.role() == Evidence.Role.DECIDED)
            .map(Evidence::toString)
            .toList();
    return "%s %s %s (%s; %s)"
        .formatted(
            line.date(),
            line.particulars().supplier(),
            Wording.english().moneyInText(line.amount()),
            line.at(),
            evidence.isEmpty() ? "decided by a person" : String.join(", ", evidence));
  }
}
