package org.spendreturns.returns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.spendreturns.calendar.FinancialYear;

/**
 * What an edition of a return says otherwise than the edition before it.
 *
 * @param since the number of the edition before
 * @param files what was put on file, taken away or exchanged since, in sentences
 * @param figures the figures that say something else, in reading order
 * @param texts what else reads differently, in sentences
 */
public record Changes(int since, List<String> files, List<Difference> figures, List<String> texts) {

  private static final int DIGITS = 12; // of a digest, enough to tell files apart

  /** Keeps its own copies. */
  public Changes {
    files = List.copyOf(files);
    figures = List.copyOf(figures);
    texts = List.copyOf(texts);
  }

  /**
   * Compares two returns of one body, topic and years.
   *
   * @param since the number of the edition that the earlier one was issued as
   * @param wording in which both were made
   * @return empty lists if the two say the same; the instant as known at which they were made is
   *     not compared
   */
  public static Changes between(int since, Return before, Return after, Wording wording) {
    return new Comparison(before, after, wording).since(since);
  }

  /** Two returns beside each other. */
  private record Comparison(Return before, Return after, Wording wording) {

    Changes since(int since) {
      return new Changes(since, files(before.method(), after.method()), figures(), texts());
    }

    private List<Difference> figures() {
      Map<String, Figure> old = byId(before);
      Map<String, Figure> now = byId(after);
      Map<String, String> titles = titles(before);
      titles.putAll(titles(after));
      Set<String> ids = new LinkedHashSet<>(now.keySet());
      ids.addAll(old.keySet());
      ChangeCauses causes = new ChangeCauses(before, after, wording);
      List<Difference> differences = new ArrayList<>();
      for (String id : ids) {
        Optional<Figure> was = Optional.ofNullable(old.get(id));
        Optional<Figure> is = Optional.ofNullable(now.get(id));
        if (!was.map(Figure::value).equals(is.map(Figure::value))) {
          differences.add(
              new Difference(
                  id,
                  titles.getOrDefault(id, id),
                  was.map(Figure::value),
                  is.map(Figure::value),
                  causes.of(was, is)));
        }
      }
      return differences;
    }

    private static Map<String, Figure> byId(Return filing) {
      Map<String, Figure> figures = new LinkedHashMap<>();
      filing.figures().forEach(figure -> figures.put(figure.id(), figure));
      return figures;
    }

    /** What each figure is, in words. */
    private Map<String, String> titles(Return filing) {
      List<FinancialYear> years = filing.heading().years();
      Map<String, String> titles = new LinkedHashMap<>();
      String inAll = ", " + wording.say("change.inAll");
      for (Summary summary : List.of(filing.awarded(), filing.paid())) {
        List<Summary.Row> rows = new ArrayList<>(summary.rows());
        rows.add(summary.total());
        for (Summary.Row row : rows) {
          String title = basis(summary.basis()) + ", " + row.title();
          name(titles, row.byYear(), years, title);
          titles.put(row.inAll().id(), title + inAll);
        }
      }
      for (Section section : filing.sections()) {
        for (Section.Row row : section.rows()) {
          String who =
              row.reference().isEmpty()
                  ? row.organisation()
                  : row.organisation() + " " + row.reference();
          String title = ", %s, %s".formatted(wording.heading(section.category()), who);
          name(titles, row.awardedByYear(), years, basis(Summary.Basis.AWARDED) + title);
          titles.put(row.awardedInAll().id(), basis(Summary.Basis.AWARDED) + title + inAll);
          name(titles, row.paidByYear(), years, basis(Summary.Basis.PAID) + title);
          titles.put(row.paidInAll().id(), basis(Summary.Basis.PAID) + title + inAll);
        }
      }
      filing
          .pools()
          .forEach(
              pool -> name(titles, pool.byYear(), years, wording.say("change.pool", pool.name())));
      return titles;
    }

    private static void name(
        Map<String, String> titles, List<Figure> byYear, List<FinancialYear> years, String title) {
      for (int i = 0; i < byYear.size(); i++) {
        titles.put(byYear.get(i).id(), "%s, %s".formatted(title, years.get(i)));
      }
    }

    private String basis(Summary.Basis basis) {
      return wording.say("column." + basis.prefix());
    }

    private List<String> files(Method before, Method after) {
      List<String> sentences = new ArrayList<>();
      compare(
          sentences,
          "export",
          named(before.exports(), Method.Export::file),
          named(after.exports(), Method.Export::file),
          Method.Export::digest,
          each ->
              wording.say(
                  "change.accepted.sum",
                  wording.counted("count.lines", each.totals().accepted()),
                  wording.moneyInText(each.totals().amount())));
      compare(
          sentences,
          "register",
          named(before.registers(), Method.Register::file),
          named(after.registers(), Method.Register::file),
          Method.Register::digest,
          each -> wording.say("change.accepted", wording.counted("count.rows", each.accepted())));
      if (!before.rulebook().equals(after.rulebook())) {
        sentences.add(
            wording.say("change.rulebook", edition(after.rulebook()), edition(before.rulebook())));
      }
      return sentences;
    }

    private String edition(Method.RulebookEdition rulebook) {
      return "%s (%s)"
          .formatted(
              rulebook.name(), wording.say("digest", rulebook.digest().substring(0, DIGITS)));
    }

    private static <T> Map<String, T> named(List<T> files, Function<T, String> name) {
      Map<String, T> named = new LinkedHashMap<>();
      files.forEach(each -> named.put(name.apply(each), each));
      return named;
    }

    private <T> void compare(
        List<String> sentences,
        String kind,
        Map<String, T> before,
        Map<String, T> after,
        Function<T, String> digest,
        Function<T, String> says) {
      after.forEach(
          (name, now) -> {
            T was = before.get(name);
            if (was == null) {
              sentences.add(wording.say("change.%s.new".formatted(kind), name, says.apply(now)));
            } else if (!digest.apply(was).equals(digest.apply(now))) {
              sentences.add(
                  wording.say(
                      "change.%s.exchanged".formatted(kind),
                      name,
                      says.apply(now),
                      says.apply(was)));
            }
          });
      before.forEach(
          (name, was) -> {
            if (!after.containsKey(name)) {
              sentences.add(wording.say("change.%s.gone".formatted(kind), name, says.apply(was)));
            }
          });
    }

    private List<String> texts() {
      List<String> sentences = new ArrayList<>();
      told(
          sentences,
          before.answers(),
          after.answers(),
          each -> each.number() + " " + each.question(),
          each -> wording.say("change.answer", each.number()));
      told(
          sentences,
          before.statements(),
          after.statements(),
          each -> each.year().toString(),
          each -> wording.say("change.statement", each.year().toString()));
      told(
          sentences,
          before.documents(),
          after.documents(),
          Return.PlanDocument::title,
          each -> wording.say("change.document", each.title()));
      told(
          sentences,
          before.tables(),
          after.tables(),
          YearTable::title,
          each -> wording.say("change.table", each.title()));
      told(
          sentences,
          before.rights(),
          after.rights(),
          Return.Right::heading,
          each -> wording.say("change.text", each.heading()));
      if (!before.heading().requests().equals(after.heading().requests())) {
        sentences.add(wording.say("change.requests"));
      }
      if (!before.regimes().equals(after.regimes())) {
        sentences.add(wording.say("change.regimes"));
      }
      return sentences;
    }

    private <T> void told(
        List<String> sentences,
        List<T> before,
        List<T> after,
        Function<T, String> key,
        Function<T, String> says) {
      Map<String, T> old = named(before, key);
      Map<String, T> now = named(after, key);
      now.forEach(
          (name, each) -> {
            if (!old.containsKey(name)) {
              sentences.add(wording.say("change.isNew", says.apply(each)));
            } else if (!Objects.equals(old.get(name), each)) {
              sentences.add(wording.say("change.isOther", says.apply(each)));
            }
          });
      old.forEach(
          (name, each) -> {
            if (!now.containsKey(name)) {
              sentences.add(wording.say("change.isGone", says.apply(each)));
            }
          });
    }
  }
}
