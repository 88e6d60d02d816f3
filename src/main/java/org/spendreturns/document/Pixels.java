package org.spendreturns.document;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** Whether a PNG holds pixels and nothing else: no words, no place, no earlier picture. */
final class Pixels {

  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int AROUND = 12; // bytes of a chunk beside what it holds: length, kind, sum
  private static final Set<String> OF_PIXELS =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs");

  private Pixels() {}

  /**
   * What a picture holds beside its pixels, or that it is none; empty if nothing.
   *
   * @param base64 the picture's bytes in Base64
   */
  static Optional<String> fault(String base64) {
    try {
      return ofBytes(ByteBuffer.wrap(Base64.getMimeDecoder().decode(base64)));
    } catch (IllegalArgumentException fault) {
      return Optional.of("a picture that cannot be opened");
    }
  }

  private static Optional<String> ofBytes(ByteBuffer bytes) {
    if (bytes.remaining() < Long.BYTES || bytes.getLong() != SIGNATURE) {
      return Optional.of("a picture that cannot be opened");
    }
    String kind = "";
    while (bytes.remaining() >= AROUND && !kind.equals("IEND")) {
      int length = bytes.getInt();
      byte[] name = new byte[Integer.BYTES];
      bytes.get(name);
      kind = new String(name, StandardCharsets.ISO_8859_1);
      if (length < 0 || length > bytes.remaining() - Integer.BYTES) {
        return Optional.of("a picture that cannot be opened");
      }
      if (!OF_PIXELS.contains(kind)) {
        return Optional.of("a picture with more than its pixels (%s)".formatted(kind));
      }
      bytes.position(bytes.position() + length + Integer.BYTES);
    }
    boolean isWhole = kind.equals("IEND") && !bytes.hasRemaining();
    return isWhole ? Optional.empty() : Optional.of("a picture with bytes behind its end");
  }
}
