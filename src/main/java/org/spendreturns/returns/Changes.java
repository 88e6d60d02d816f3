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
   * @return empty lists if the two say the same; the instant as known at which they were made is
   *     not compared
   */
  public static Changes between(int since, Return before, Return after) {
    return new Changes(
        since,
        files(before.method(), after.method()),
        figures(before, after),
        texts(before, after));
  }

  private static List<Difference> figures(Return before, Return after) {
    Map<String, Figure> old = byId(before);
    Map<String, Figure> now = byId(after);
    Map<String, String> titles = titles(before);
    titles.putAll(titles(after));
    Set<String> ids = new LinkedHashSet<>(now.keySet());
    ids.addAll(old.keySet());
    ChangeCauses causes = new ChangeCauses(before, after);
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
  private static Map<String, String> titles(Return filing) {
    List<FinancialYear> years = filing.heading().years();
    Map<String, String> titles = new LinkedHashMap<>();
    for (Summary summary : List.of(filing.awarded(), filing.paid())) {
      List<Summary.Row> rows = new ArrayList<>(summary.rows());
      rows.add(summary.total());
      for (Summary.Row row : rows) {
        String title = basis(summary.basis()) + ", " + row.title();
        name(titles, row.byYear(), years, title);
        titles.put(row.inAll().id(), title + ", in all");
      }
    }
    for (Section section : filing.sections()) {
      for (Section.Row row : section.rows()) {
        String who =
            row.reference().isEmpty()
                ? row.organisation()
                : row.organisation() + " " + row.reference();
        String title = ", %s, %s".formatted(section.category().heading(), who);
        name(titles, row.awardedByYear(), years, basis(Summary.Basis.AWARDED) + title);
        titles.put(row.awardedInAll().id(), basis(Summary.Basis.AWARDED) + title + ", in all");
        name(titles, row.paidByYear(), years, basis(Summary.Basis.PAID) + title);
        titles.put(row.paidInAll().id(), basis(Summary.Basis.PAID) + title + ", in all");
      }
    }
    filing
        .pools()
        .forEach(pool -> name(titles, pool.byYear(), years, "In no total, " + pool.name()));
    return titles;
  }

  private static void name(
      Map<String, String> titles, List<Figure> byYear, List<FinancialYear> years, String title) {
    for (int i = 0; i < byYear.size(); i++) {
      titles.put(byYear.get(i).id(), "%s, %s".formatted(title, years.get(i)));
    }
  }

  private static String basis(Summary.Basis basis) {
    return basis == Summary.Basis.AWARDED ? "Awarded" : "Paid";
  }

  private static List<String> files(Method before, Method after) {
    List<String> sentences = new ArrayList<>();
    compare(
        sentences,
        "Ledger export",
        named(before.exports(), Method.Export::file),
        named(after.exports(), Method.Export::file),
        Method.Export::digest,
        each ->
            "%s accepted, %s"
                .formatted(
                    Wording.counted(each.totals().accepted(), "line", "lines"),
                    Wording.pounds(each.totals().amount())));
    compare(
        sentences,
        "Contract register",
        named(before.registers(), Method.Register::file),
        named(after.registers(), Method.Register::file),
        Method.Register::digest,
        each -> Wording.counted(each.accepted(), "row", "rows") + " accepted");
    if (!before.rulebook().equals(after.rulebook())) {
      sentences.add(
          "Rulebook: %s in place of %s."
              .formatted(edition(after.rulebook()), edition(before.rulebook())));
    }
    return sentences;
  }

  private static String edition(Method.RulebookEdition rulebook) {
    return "%s (SHA-256 begins %.12s)".formatted(rulebook.name(), rulebook.digest());
  }

  private static <T> Map<String, T> named(List<T> files, Function<T, String> name) {
    Map<String, T> named = new LinkedHashMap<>();
    files.forEach(each -> named.put(name.apply(each), each));
    return named;
  }

  private static <T> void compare(
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
            sentences.add("%s new: %s (%s).".formatted(kind, name, says.apply(now)));
          } else if (!digest.apply(was).equals(digest.apply(now))) {
            sentences.add(
                "%s exchanged: %s (%s; before, %s)."
                    .formatted(kind, name, says.apply(now), says.apply(was)));
          }
        });
    before.forEach(
        (name, was) -> {
          if (!after.containsKey(name)) {
            sentences.add("%s no longer used: %s (%s).".formatted(kind, name, says.apply(was)));
          }
        });
  }

  private static List<String> texts(Return before, Return after) {
    List<String> sentences = new ArrayList<>();
    told(
        sentences,
        before.answers(),
        after.answers(),
        each -> each.number() + " " + each.question(),
        each -> "The answer to question %s".formatted(each.number()));
    told(
        sentences,
        before.statements(),
        after.statements(),
        each -> each.year().toString(),
        each -> "What is said of %s".formatted(each.year()));
    told(
        sentences,
        before.documents(),
        after.documents(),
        Return.PlanDocument::title,
        each -> "The document “%s”".formatted(each.title()));
    told(
        sentences,
        before.tables(),
        after.tables(),
        YearTable::title,
        each -> "The body's table “%s”".formatted(each.title()));
    told(
        sentences,
        before.rights(),
        after.rights(),
        Return.Right::heading,
        each -> "The text “%s”".formatted(each.heading()));
    if (!before.heading().requests().equals(after.heading().requests())) {
      sentences.add("The requests answered, or their days, are not the same.");
    }
    if (!before.regimes().equals(after.regimes())) {
      sentences.add("The duties to publish that were in force are given differently.");
    }
    return sentences;
  }

  private static <T> void told(
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
            sentences.add(says.apply(each) + " is new.");
          } else if (!Objects.equals(old.get(name), each)) {
            sentences.add(says.apply(each) + " reads differently.");
          }
        });
    old.forEach(
        (name, each) -> {
          if (!now.containsKey(name)) {
            sentences.add(says.apply(each) + " is no longer there.");
          }
        });
  }
}
