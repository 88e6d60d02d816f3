package org.spendreturns.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.spendreturns.archive.Sha256;

/**
 * A file that people write by hand, whole: its name, its text and the digest of its bytes.
 *
 * @param name folders above it left out
 * @param text as UTF-8, a byte order mark left out
 * @param digest SHA-256, lower-case hex
 */
record TextFile(String name, String text, String digest) {

  /**
   * Reads it.
   *
   * @throws FaultyInputException if it is empty or not UTF-8
   */
  static TextFile read(Path file) throws IOException {
    return of(file.getFileName().toString(), Files.readAllBytes(file));
  }

  /** Reads its bytes, with the same faults. */
  static TextFile of(String name, byte[] bytes) {
    if (bytes.length == 0) {
      throw new FaultyInputException(name + ":1: the file is empty");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new TextFile(
          name, text.startsWith("\uFEFF") ? text.substring(1) : text, Sha256.of(bytes));
    } catch (CharacterCodingException fault) {
      throw new FaultyInputException(
          name + ":1: the text is not UTF-8; save the file with encoding UTF-8");
    }
  }
}
