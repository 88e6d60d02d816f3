package org.spendreturns.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/**
 * Bytes of a part of a file, in memory that is used again for the next part; not for two threads.
 */
final class TextWindow {

  private static final int BEYOND = 1 << 16;

  private final FileChannel file;
  private byte[] bytes = new byte[0];
  private long offset;
  private int limit;
  private boolean ended;

  TextWindow(FileChannel file) {
    this.file = file;
  }

  /** Holds the part that starts at an offset, and some bytes after it. */
  void moveTo(long start, int size) throws IOException {
    offset = start;
    limit = 0;
    ended = false;
    read(size + BEYOND);
  }

  /** Reads on, so that twice as many bytes beyond the part are at hand, or all there are. */
  void more() throws IOException {
    read(Math.max(2 * BEYOND, limit + limit / 4));
  }

  private void read(int wanted) throws IOException {
    if (bytes.length < wanted + PlainSplit.PADDING) {
      bytes = Arrays.copyOf(bytes, wanted + PlainSplit.PADDING);
    }
    while (limit < wanted) {
      int read = file.read(ByteBuffer.wrap(bytes, limit, wanted - limit), offset + limit);
      if (read < 0) {
        ended = true;
        return;
      }
      limit += read;
    }
  }

  /** The bytes, those up to the {@link #limit}; another array after each read. */
  byte[] bytes() {
    return bytes;
  }

  /** How many bytes are at hand. */
  int limit() {
    return limit;
  }

  /** Whether the file ends with them. */
  boolean ended() {
    return ended;
  }

  /** Where in the file they start. */
  long offset() {
    return offset;
  }
}
