package org.spendreturns.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A UTF-16 text as UTF-8 bytes; what is no UTF-16 becomes a NUL, which no line may hold. Without a
 * byte order mark the order is that in which the first character is ASCII.
 */
final class Utf16AsUtf8 extends InputStream {

  private final Reader reader;
  private byte[] ready = new byte[0];
  private int at;

  Utf16AsUtf8(InputStream bytes) throws IOException {
    PushbackInputStream in = new PushbackInputStream(bytes, 2);
    byte[] first = in.readNBytes(2);
    in.unread(first);
    boolean bigEnd = first.length == 2 && first[0] == 0;
    boolean littleEnd = first.length == 2 && first[1] == 0;
    Charset charset =
        bigEnd
            ? StandardCharsets.UTF_16BE
            : littleEnd ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16;
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith("\0");
    reader = new InputStreamReader(in, decoder);
  }

  @Override
  public int read() throws IOException {
    return refill() ? ready[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!refill()) {
      return -1;
    }
    int count = Math.min(length, ready.length - at);
    System.arraycopy(ready, at, target, offset, count);
    at += count;
    return count;
  }

  private boolean refill() throws IOException {
    if (at < ready.length) {
      return true;
    }
    char[] chars = new char[8_192];
    int count = reader.read(chars, 0, chars.length - 1);
    if (count < 0) {
      return false;
    }
    if (Character.isHighSurrogate(chars[count - 1])) { // its other half must not be torn off
      int other = reader.read();
      if (other >= 0) {
        chars[count++] = (char) other;
      }
    }
    ready = new String(chars, 0, count).getBytes(StandardCharsets.UTF_8);
    at = 0;
    return true;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
