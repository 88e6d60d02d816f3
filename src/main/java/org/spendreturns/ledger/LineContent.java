package org.spendreturns.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What a line says, wherever it stands: two lines are identical if they have the same date, amount,
 * transaction number and particulars, letter for letter.
 *
 * <p>Held as the first half of a SHA-256 digest, so that the lines of a large export fit in memory;
 * that two different lines have the same one cannot be expected in the life of the world.
 *
 * @param high the first eight bytes
 * @param low the next eight
 */
public record LineContent(long high, long low) {

  /** To look one up takes as long as to digest a line; each is as new once it has been asked. */
  private static final ThreadLocal<MessageDigest> DIGEST =
      ThreadLocal.withInitial(LineContent::sha256);

  /** All that the line says. */
  public static LineContent of(LedgerLine line) {
    MessageDigest digest = DIGEST.get();
    add(digest, line.date().toString());
    add(digest, line.amount().toString());
    add(digest, line.transaction());
    for (Particulars.Field field : Particulars.Field.values()) {
      add(digest, line.particulars().text(field));
    }
    return of(digest);
  }

  /**
   * Only when, how much and to whom the line pays, which every export of a payment says, whatever
   * its columns are.
   *
   * @param supplier who is paid, in the one spelling that exports are compared by
   */
  static LineContent inShort(LedgerLine line, String supplier) {
    MessageDigest digest = DIGEST.get();
    add(digest, line.date().toString());
    add(digest, line.amount().toString());
    add(digest, supplier);
    return of(digest);
  }

  /** One text. */
  static LineContent of(String text) {
    MessageDigest digest = DIGEST.get();
    add(digest, text);
    return of(digest);
  }

  private static LineContent of(MessageDigest digest) {
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
    return new LineContent(bytes.getLong(), bytes.getLong());
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      digest.update((byte) (bytes.length >>> shift));
    }
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
