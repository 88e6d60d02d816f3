package org.spendreturns.document;

import java.io.IOException;
import java.nio.file.Path;

/** A file of an edition that could not be written whole; the message names it, and the remedy. */
public final class NotWrittenException extends IOException {

  private static final long serialVersionUID = 1L;

  NotWrittenException(Path file, IOException fault) {
    super(
        "%s: could not be written: %s; make room there and for temporary files, and run it again"
            .formatted(file, fault.getMessage()),
        fault);
  }
}
