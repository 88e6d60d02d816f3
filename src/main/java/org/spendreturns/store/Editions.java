package org.spendreturns.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Editions as issued, and what a run is about to issue. */
@Repository
public class Editions {

  private final JdbcClient database;

  Editions(JdbcClient database) {
    this.database = database;
  }

  /** A return by its address: body, topic, years ({@code 2012-13..2014-15}). */
  public record Address(String body, String topic, String years) {

    /**
     * Reads {@code nene-vale/sexual-violence/2012-13..2014-15}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Address parse(String text) {
      String[] parts = text.split("/", -1);
      if (parts.length != 3 || Arrays.stream(parts).anyMatch(String::isBlank)) {
        throw new IllegalArgumentException(
            "'%s' is not a return written like BODY/TOPIC/2012-13..2014-15".formatted(text));
      }
      return new Address(parts[0], parts[1], parts[2]);
    }

    /** As in paths and on the command line: {@code nene-vale/sexual-violence/2012-13..2014-15}. */
    @Override
    public String toString() {
      return body + "/" + topic + "/" + years;
    }
  }

  /**
   * An edition, issued or about to be.
   *
   * @param number from 1
   * @param contentDigest digest of all that the return says, its instant apart
   * @param asKnownAt the instant whose knowledge it shows
   */
  public record Entry(Address address, int number, String contentDigest, Instant asKnownAt) {}

  /**
   * A figure as issued.
   *
   * @param state the kind of value: {@code AMOUNT}, {@code NIL} …
   * @param pence the sum, if the state has one
   * @param words as the documents show it
   * @param parts what it was made from, in order
   */
  public record IssuedFigure(
      String id,
      String state,
      @Nullable Long pence,
      String words,
      String formula,
      List<IssuedPart> parts) {
    /** Keeps its own copy. */
    public IssuedFigure {
      parts = List.copyOf(parts);
    }
  }

  /**
   * One thing a figure was made from.
   *
   * @param kind {@code CONTRACT}, {@code LINE} or {@code FIGURE}
   * @param fileDigest the file; empty for a figure
   * @param line 0 for a figure
   * @param reference the agreement's reference, the supplier paid, or the other figure's id
   * @param rule the rule and the words that decided, or how a share was found
   */
  public record IssuedPart(
      String kind,
      String fileDigest,
      String file,
      String sheet,
      long line,
      String reference,
      @Nullable Long pence,
      String rule) {}

  /** Fixes what a run is about to issue, in place of what it fixed before. */
  public void draft(long runId, List<Entry> entries) {
    database.sql("delete from edition_draft where run_id = ?").param(runId).update();
    for (Entry entry : entries) {
      database
          .sql("insert into edition_draft values (?, ?, ?, ?, ?, ?, ?)")
          .params(
              runId,
              entry.address().body(),
              entry.address().topic(),
              entry.address().years(),
              entry.number(),
              entry.contentDigest(),
              ReceivedFiles.utc(entry.asKnownAt()))
          .update();
    }
  }

  /** What a run is about to issue. */
  public List<Entry> drafts(long runId) {
    return entries("edition_draft where run_id = ? order by body, topic, years", runId);
  }

  /** All editions, oldest first. */
  public List<Entry> all() {
    return entries("edition order by body, topic, years, edition_number");
  }

  /** The newest edition of a return, or empty if none was issued. */
  public Optional<Entry> latest(Address address) {
    return entries(
            "edition where body = ? and topic = ? and years = ? order by edition_number desc",
            address.body(),
            address.topic(),
            address.years())
        .stream()
        .findFirst();
  }

  private List<Entry> entries(String from, Object... params) {
    return database
        .sql("select * from " + from)
        .params(params)
        .query(
            (row, number) ->
                new Entry(
                    new Address(
                        row.getString("body"), row.getString("topic"), row.getString("years")),
                    row.getInt("edition_number"),
                    row.getString("content_digest"),
                    row.getObject("as_known_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Records an edition with its figures; one that is recorded already is left as it is. */
  public void record(Entry entry, Instant recordedAt, List<IssuedFigure> figures) {
    if (findId(entry.address(), entry.number()).isPresent()) {
      return;
    }
    database
        .sql(
            """
            insert into edition
              (body, topic, years, edition_number, content_digest, as_known_at, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?)""")
        .params(
            entry.address().body(),
            entry.address().topic(),
            entry.address().years(),
            entry.number(),
            entry.contentDigest(),
            ReceivedFiles.utc(entry.asKnownAt()),
            ReceivedFiles.utc(recordedAt))
        .update();
    long id = findId(entry.address(), entry.number()).orElseThrow();
    for (int ordinal = 0; ordinal < figures.size(); ordinal++) {
      add(id, ordinal, figures.get(ordinal));
    }
  }

  private void add(long editionId, int ordinal, IssuedFigure figure) {
    database
        .sql("insert into edition_figure values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            Arrays.<@Nullable Object>asList(
                editionId,
                ordinal,
                figure.id(),
                figure.state(),
                figure.pence(),
                figure.words(),
                figure.formula()))
        .update();
    int place = 0;
    for (IssuedPart part : figure.parts()) {
      database
          .sql("insert into edition_part values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
          .params(
              Arrays.<@Nullable Object>asList(
                  editionId,
                  figure.id(),
                  place++,
                  part.kind(),
                  part.fileDigest(),
                  part.file(),
                  part.sheet(),
                  part.line(),
                  part.reference(),
                  part.pence(),
                  part.rule()))
          .update();
    }
  }

  /** The figures of an edition in reading order, or empty if it was never recorded. */
  public Optional<List<IssuedFigure>> figures(Address address, int number) {
    return findId(address, number)
        .map(
            id ->
                database
                    .sql("select * from edition_figure where edition_id = ? order by ordinal")
                    .param(id)
                    .query(
                        (row, place) ->
                            new IssuedFigure(
                                row.getString("figure_id"),
                                row.getString("state"),
                                row.getObject("amount_pence", Long.class),
                                row.getString("words"),
                                row.getString("formula"),
                                parts(id, row.getString("figure_id"))))
                    .list());
  }

  private List<IssuedPart> parts(long editionId, String figureId) {
    return database
        .sql("select * from edition_part where edition_id = ? and figure_id = ? order by ordinal")
        .params(editionId, figureId)
        .query(
            (row, place) ->
                new IssuedPart(
                    row.getString("kind"),
                    row.getString("file_digest"),
                    row.getString("file_name"),
                    row.getString("sheet"),
                    row.getLong("line_number"),
                    row.getString("reference"),
                    row.getObject("amount_pence", Long.class),
                    row.getString("rule")))
        .list();
  }

  private Optional<Long> findId(Address address, int number) {
    return database
        .sql(
            """
            select id from edition
            where body = ? and topic = ? and years = ? and edition_number = ?""")
        .params(address.body(), address.topic(), address.years(), number)
        .query(Long.class)
        .optional();
  }
}
