package org.spendreturns.returns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.money.Money;
import org.spendreturns.returns.Difference.Cause;

/**
 * Tells why a figure of two returns differs: by the lines and shares that only one of them counts,
 * and where those are in the other.
 */
final class ChangeCauses {

  private final Side before;
  private final Side after;
  private final boolean isOtherRulebook;
  private final Wording wording;

  ChangeCauses(Return before, Return after, Wording wording) {
    this.before = new Side(before, wording);
    this.after = new Side(after, wording);
    this.wording = wording;
    this.isOtherRulebook = !before.method().rulebook().equals(after.method().rulebook());
  }

  /** What a return has on file of a line, by what the line says. */
  private static final class Side {
    private final Map<String, String> categories = new HashMap<>();
    private final Set<String> waiting = new HashSet<>();
    private final Map<String, String> exports = new HashMap<>();
    private final List<String> notes;

    Side(Return filing, Wording wording) {
      notes = filing.notes();
      for (Payment payment : filing.payments()) {
        categories.put(content(payment.line().line()), wording.heading(payment.category()));
      }
      for (Method.ForReview line : filing.method().forReview()) {
        waiting.add(content(line.date().toString(), line.supplier(), line.amount()));
      }
      filing.method().exports().forEach(export -> exports.put(export.digest(), export.file()));
    }

    List<String> notes(Figure figure) {
      return figure.notes().stream().map(number -> notes.get(number - 1)).toList();
    }
  }

  /** The causes, lines first, then agreements, then what is not known. */
  List<Cause> of(Optional<Figure> was, Optional<Figure> is) {
    List<Part> old = was.map(Figure::parts).orElse(List.of());
    List<Part> now = is.map(Figure::parts).orElse(List.of());
    List<Cause> causes = new ArrayList<>();
    boolean isSum =
        Stream.concat(old.stream(), now.stream()).anyMatch(Part.OfFigure.class::isInstance);
    if (isSum) {
      causes.add(new Cause(wording.say("cause.figures"), changed(was, is)));
    }
    causes.addAll(lines(old, now));
    causes.addAll(agreements(old, now));
    causes.addAll(unknowns(was, is));
    return causes;
  }

  private static Optional<Money> changed(Optional<Figure> was, Optional<Figure> is) {
    return new Difference("", "", was.map(Figure::value), is.map(Figure::value), List.of())
        .change();
  }

  private List<Cause> lines(List<Part> old, List<Part> now) {
    List<Part.OfLine> gone = lines(old);
    List<Part.OfLine> come = new ArrayList<>();
    Map<String, Integer> counted = new HashMap<>();
    gone.forEach(line -> counted.merge(content(line.line().line()), 1, Integer::sum));
    for (Part.OfLine line : lines(now)) {
      String content = content(line.line().line());
      if (counted.getOrDefault(content, 0) > 0) {
        counted.merge(content, -1, Integer::sum);
      } else {
        come.add(line);
      }
    }
    Map<String, List<Money>> sums = new LinkedHashMap<>();
    for (Part.OfLine line : come) {
      sums.computeIfAbsent(whyCome(line), unused -> new ArrayList<>())
          .add(line.line().line().amount());
    }
    for (Part.OfLine line : gone) {
      String content = content(line.line().line());
      if (counted.getOrDefault(content, 0) > 0) {
        counted.merge(content, -1, Integer::sum);
        sums.computeIfAbsent(whyGone(line), unused -> new ArrayList<>())
            .add(line.line().line().amount().negated());
      }
    }
    return sums.entrySet().stream()
        .map(
            each ->
                new Cause(
                    wording.say(
                        "cause.payments",
                        wording.counted("count.payments", each.getValue().size()),
                        each.getKey()),
                    Optional.of(Money.sum(each.getValue()))))
        .toList();
  }

  private String whyCome(Part.OfLine line) {
    String content = content(line.line().line());
    if (before.categories.containsKey(content)) {
      return wording.say("cause.before", before.categories.getOrDefault(content, ""));
    } else if (before.waiting.contains(content)) {
      return wording.say("cause.waited");
    } else if (!before.exports.containsKey(line.exportDigest())) {
      return wording.say("cause.newExport", after.exports.getOrDefault(line.exportDigest(), ""));
    }
    return wording.say(isOtherRulebook ? "cause.rulebook" : "cause.now");
  }

  private String whyGone(Part.OfLine line) {
    String content = content(line.line().line());
    if (after.categories.containsKey(content)) {
      return wording.say("cause.after", after.categories.getOrDefault(content, ""));
    } else if (after.waiting.contains(content)) {
      return wording.say("cause.waiting");
    } else if (!after.exports.containsKey(line.exportDigest())) {
      return wording.say("cause.oldExport", before.exports.getOrDefault(line.exportDigest(), ""));
    }
    return wording.say(isOtherRulebook ? "cause.rulebookGone" : "cause.gone");
  }

  private List<Cause> agreements(List<Part> old, List<Part> now) {
    Map<String, Money> was = shares(old);
    Map<String, Money> is = shares(now);
    List<Cause> causes = new ArrayList<>();
    is.forEach(
        (reference, sum) -> {
          Money before = was.get(reference);
          if (before == null) {
            causes.add(new Cause(wording.say("cause.agreement.new", reference), Optional.of(sum)));
          } else if (!before.equals(sum)) {
            causes.add(
                new Cause(
                    wording.say(
                        "cause.agreement.changed",
                        reference,
                        wording.moneyInText(sum),
                        wording.moneyInText(before)),
                    Optional.of(sum.minus(before))));
          }
        });
    was.forEach(
        (reference, sum) -> {
          if (!is.containsKey(reference)) {
            causes.add(
                new Cause(
                    wording.say("cause.agreement.gone", reference), Optional.of(sum.negated())));
          }
        });
    return causes;
  }

  /** What a reader had to know beside the figure and need not any more, and the reverse. */
  private List<Cause> unknowns(Optional<Figure> was, Optional<Figure> is) {
    List<String> old = was.map(before::notes).orElse(List.of());
    List<String> now = is.map(after::notes).orElse(List.of());
    List<Cause> causes = new ArrayList<>();
    now.stream()
        .filter(note -> !old.contains(note))
        .forEach(note -> causes.add(new Cause(wording.say("cause.said", note), Optional.empty())));
    old.stream()
        .filter(note -> !now.contains(note))
        .forEach(
            note -> causes.add(new Cause(wording.say("cause.saidNot", note), Optional.empty())));
    return causes;
  }

  private static List<Part.OfLine> lines(List<Part> parts) {
    return parts.stream()
        .filter(Part.OfLine.class::isInstance)
        .map(Part.OfLine.class::cast)
        .toList();
  }

  private static Map<String, Money> shares(List<Part> parts) {
    Map<String, Money> shares = new LinkedHashMap<>();
    for (Part part : parts) {
      if (part instanceof Part.OfContract share) {
        shares.merge(share.reference(), share.amount(), Money::plus);
      }
    }
    return shares;
  }

  private static String content(LedgerLine line) {
    return content(line.date().toString(), line.particulars().supplier(), line.amount());
  }

  private static String content(String date, String supplier, Money amount) {
    return String.join("\n", date, supplier, amount.toString());
  }
}
