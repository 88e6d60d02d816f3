package org.spendreturns.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Tells of each record's bytes in which encoding they are text; not for two threads.
 *
 * <p>Unless the encoding is said, a record whose bytes are all valid UTF-8 is UTF-8, any other
 * Windows-1252: exports that were glued together have both. One that is neither but for a few bytes
 * is read with these replaced.
 */
final class RecordEncoding {

  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** What stands for bytes that are no text. */
  static final char REPLACEMENT = '\uFFFD';

  private static final long DAMAGED_AT_MOST = 3; // characters of a record; more is no text

  private final Optional<CharsetDecoder> said;
  private final CharsetDecoder utf8 = strict(StandardCharsets.UTF_8);
  private final CharsetDecoder windows = strict(WINDOWS_1252);
  private CharBuffer decoded = CharBuffer.allocate(1 << 12);

  /** If the encoding is said, no other is tried. */
  RecordEncoding(Optional<Charset> said) {
    this.said = said.map(RecordEncoding::strict);
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** Whether one is said, and no other is tried. */
  boolean isSaid() {
    return said.isPresent();
  }

  /**
   * The encoding of a record, or empty if there is none in which it is text; ISO 8859-1 says that
   * all its bytes are ASCII.
   */
  Optional<Charset> of(byte[] bytes, int from, int to) {
    boolean ascii = true;
    for (int i = from; i < to; i++) {
      if (bytes[i] == 0) {
        return Optional.empty();
      }
      ascii &= bytes[i] >= 0;
    }
    return ascii ? Optional.of(StandardCharsets.ISO_8859_1) : ofMoreThanAscii(bytes, from, to);
  }

  /** The encoding of a record that holds other bytes than ASCII, and no NUL. */
  Optional<Charset> ofMoreThanAscii(byte[] bytes, int from, int to) {
    if (said.isPresent()) {
      return said.filter(decoder -> decodes(decoder, bytes, from, to)).map(CharsetDecoder::charset);
    }
    if (isUtf8(bytes, from, to)) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    return decodes(windows, bytes, from, to) ? Optional.of(WINDOWS_1252) : Optional.empty();
  }

  /**
   * The encoding in which a record is text but for a few bytes, as where a byte was cut out of a
   * character; empty if there is none. These are then read as {@link #REPLACEMENT}.
   */
  Optional<Charset> nearly(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == 0) {
        return Optional.empty();
      }
    }
    long asUtf8 = damaged(bytes, from, to, StandardCharsets.UTF_8);
    long asWindows = damaged(bytes, from, to, WINDOWS_1252);
    return said.isPresent() || Math.min(asUtf8, asWindows) > DAMAGED_AT_MOST
        ? Optional.empty()
        : Optional.of(asUtf8 <= asWindows ? StandardCharsets.UTF_8 : WINDOWS_1252);
  }

  private static long damaged(byte[] bytes, int from, int to, Charset charset) {
    return new String(bytes, from, to - from, charset)
        .chars()
        .filter(character -> character == REPLACEMENT)
        .count();
  }

  /** Whether a record, or a piece of one, is UTF-8; only one with a replacement needs a decoder. */
  boolean isUtf8(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8).indexOf(REPLACEMENT) < 0
        || decodes(utf8, bytes, from, to);
  }

  private boolean decodes(CharsetDecoder decoder, byte[] bytes, int from, int to) {
    if (decoded.capacity() < to - from) { // no encoding gives more characters than bytes
      decoded = CharBuffer.allocate(2 * (to - from));
    }
    decoded.clear();
    decoder.reset();
    return decoder.decode(ByteBuffer.wrap(bytes, from, to - from), decoded, true).isUnderflow()
        && decoder.flush(decoded).isUnderflow();
  }
}
