package org.spendreturns.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** An entry of a zip as it is unpacked, which stops when it grows as only a zip bomb does. */
final class UnpackedStream extends FilterInputStream {

  /** Below this many bytes nothing is suspected: 64 MiB. */
  static final long UNSUSPECTED = 64L << 20;

  /** Ledgers that were looked at are packed to a fifth or, as XML, to a thirtieth. */
  static final long TIMES_AT_MOST = 200;

  /** The most that one entry may hold: 4 GiB. */
  static final long BYTES_AT_MOST = 4L << 30;

  private final long packed;
  private final String name;
  private long bytes;

  /** Opens an entry. */
  UnpackedStream(ZipFile zip, ZipEntry entry, String name) throws IOException {
    super(zip.getInputStream(entry));
    this.packed = Math.max(entry.getCompressedSize(), 1);
    this.name = name;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int more) {
    bytes += more;
    boolean swollen = bytes > UNSUSPECTED && bytes / packed > TIMES_AT_MOST;
    if (swollen || bytes > BYTES_AT_MOST) {
      throw new SetAsideException(
          SetAsideException.Kind.TOO_LARGE,
          "%s: unpacks to more than %,d bytes from %,d, as a zip bomb does; expected a ledger"
              .formatted(name, bytes, packed));
    }
  }
}
