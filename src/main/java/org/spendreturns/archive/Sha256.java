package org.spendreturns.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 digests, in lower-case hex: the names of things in the archive. */
public final class Sha256 {

  private Sha256() {}

  /** Of a text's UTF-8 bytes. */
  public static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Of these bytes. */
  public static String of(byte[] bytes) {
    return hex(algorithm().digest(bytes));
  }

  /** Of a file's bytes, read in one pass. */
  public static String of(Path file) throws IOException {
    return ofCopy(file, OutputStream.nullOutputStream());
  }

  /** Of a file's bytes, which are copied on the way. */
  static String ofCopy(Path file, OutputStream copy) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return ofCopy(in, copy);
    }
  }

  /** Of a stream's bytes to its end, which are copied on the way. */
  static String ofCopy(InputStream from, OutputStream copy) throws IOException {
    MessageDigest digest = algorithm();
    byte[] buffer = new byte[1 << 16];
    for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
      digest.update(buffer, 0, read);
      copy.write(buffer, 0, read);
    }
    return hex(digest.digest());
  }

  private static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }

  private static MessageDigest algorithm() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
