package org.spendreturns.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Originals as gzip, which any machine will still read in thirty years, and back. */
final class Packing {

  /** What a packed original's name ends in. */
  static final String ENDING = ".gz";

  private static final int BUFFER = 1 << 16;

  /** The usual one, 6, takes twice the time and saves a tenth of the room. */
  private static final int LEVEL = 3;

  private Packing() {}

  /** Packs a file; the same bytes give the same bytes. */
  static void pack(Path from, Path to) throws IOException {
    try (OutputStream out = new Packer(Files.newOutputStream(to))) {
      Files.copy(from, out);
    }
  }

  private static final class Packer extends GZIPOutputStream {
    Packer(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(LEVEL);
    }
  }

  /** Unpacks into a stream; returns the digest of what came out. */
  static String unpack(Path from, OutputStream to) throws IOException {
    try (InputStream in =
        new GZIPInputStream(new BufferedInputStream(Files.newInputStream(from), BUFFER), BUFFER)) {
      return Sha256.ofCopy(in, to);
    }
  }

  /** Whether packing is worth it: a workbook, which is packed already, stays as it came. */
  static boolean isWorthIt(long bytes, long packed) {
    return packed < bytes - bytes / 10;
  }
}
