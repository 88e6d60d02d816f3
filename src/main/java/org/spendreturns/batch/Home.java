package org.spendreturns.batch;

import java.nio.file.Path;

/**
 * Where an installation keeps what it has, and finds what it needs.
 *
 * @param input the folder people lay files in
 * @param templates templates and fonts of the documents
 * @param reports the folder of finished editions, in {@code returns/}
 * @param root the folder of the archive, the database and the log
 */
public record Home(Path input, Path templates, Path reports, Path root) {

  /** The originals. */
  public Path archive() {
    return root.resolve("archive");
  }

  /** The database's files, all of whose names begin so. */
  public Path database() {
    return root.resolve("database").resolve("spend-returns");
  }

  /** What the program noted of its own running; no ledger lines, no names. */
  public Path log() {
    return root.resolve("spend-returns.log");
  }

  /** The shelf of finished editions. */
  public Path returns() {
    return reports.resolve("returns");
  }
}
