package org.spendreturns.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of files as received. Only ever appended to. */
@Repository
public class ReceivedFiles {

  /** The kind of a zip: it is kept, and what came out of it is what runs use. */
  public static final String ZIP = "ZIP";

  private static final String ALL = "select * from received_file ";

  private final JdbcClient database;

  ReceivedFiles(JdbcClient database) {
    this.database = database;
  }

  /**
   * A file as received.
   *
   * @param kind what it is: {@code LEDGER}, {@code REGISTER} …, or {@link #ZIP}
   * @param owner the body or topic it belongs to; empty where the file itself says it
   * @param path its path in the input folder; for a file out of a zip, the zip's path, an
   *     exclamation mark, and its name in the zip
   * @param digest SHA-256 of its bytes, by which the archive holds them
   * @param bytes its size
   * @param knownFrom the instant from which a run may use it
   * @param recordedAt when this entry was written
   */
  public record ReceivedFile(
      String kind,
      String owner,
      String path,
      String digest,
      long bytes,
      Instant knownFrom,
      Instant recordedAt) {

    /** The folder it lies in, below the input folder. */
    public String folder() {
      return path.substring(0, path.lastIndexOf('/'));
    }

    /** Its path below its owner's folder, by which no two of one owner's files are alike. */
    public String pathOfOwn() {
      return path.substring(path.indexOf("/" + owner + "/") + owner.length() + 2);
    }

    /** The file's name, without the folders above it, or above the zip it came out of. */
    public String name() {
      int zip = kind.equals("LEDGER") ? path.indexOf('!') : -1;
      return path.substring(path.lastIndexOf('/', zip < 0 ? path.length() : zip) + 1);
    }
  }

  /** Appends an entry. */
  public void add(ReceivedFile file) {
    database
        .sql(
            """
            insert into received_file (kind, owner, path, digest, bytes, known_from, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?)""")
        .params(
            file.kind(),
            file.owner(),
            file.path(),
            file.digest(),
            file.bytes(),
            utc(file.knownFrom()),
            utc(file.recordedAt()))
        .update();
  }

  /**
   * The newest entry of each path that a run may know of, zips left out.
   *
   * @param asKnownAt entries known only after this instant are left out
   * @return by path
   */
  public List<ReceivedFile> asKnownAt(Instant asKnownAt) {
    return database
        .sql(
            ALL
                + """
                where id in (select max(id) from received_file where known_from <= ? group by path)
                and kind <> ?
                order by path""")
        .params(utc(asKnownAt), ZIP)
        .query(ReceivedFiles::row)
        .list();
  }

  /** Whether nothing was ever received. */
  public boolean isEmpty() {
    return database.sql("select count(*) from received_file").query(Long.class).single() == 0;
  }

  /** Every entry of a path, oldest first. */
  public List<ReceivedFile> historyOf(String path) {
    return database
        .sql(ALL + "where path = ? order by id")
        .param(path)
        .query(ReceivedFiles::row)
        .list();
  }

  /** Every entry of a kind and owner, oldest first. */
  public List<ReceivedFile> historyOf(String kind, String owner) {
    return database
        .sql(ALL + "where kind = ? and owner = ? order by id")
        .params(kind, owner)
        .query(ReceivedFiles::row)
        .list();
  }

  private static ReceivedFile row(ResultSet row, int number) throws SQLException {
    return new ReceivedFile(
        row.getString("kind"),
        row.getString("owner"),
        row.getString("path"),
        row.getString("digest"),
        row.getLong("bytes"),
        row.getObject("known_from", OffsetDateTime.class).toInstant(),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
