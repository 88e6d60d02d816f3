package org.spendreturns.store;

import java.util.List;
import java.util.stream.Stream;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.rulebook.Evidence;

/**
 * The evidence of a line as one text, as it is stored with the line: it is written once and only
 * ever read whole. Each piece has a line of its own: role, field, rule and words, with tabs
 * between; a line's end within the words is written {@code \n}, and a backslash twice.
 */
final class EvidenceText {

  private EvidenceText() {}

  static String of(List<Evidence> evidence) {
    StringBuilder text = new StringBuilder();
    for (Evidence piece : evidence) {
      text.append(text.isEmpty() ? "" : "\n");
      text.append(piece.role().name()).append('\t').append(piece.field().name()).append('\t');
      text.append(piece.ruleId()).append('\t');
      text.append(piece.words().replace("\\", "\\\\").replace("\n", "\\n"));
    }
    return text.toString();
  }

  static List<Evidence> read(String text) {
    return text.isEmpty()
        ? List.of()
        : Stream.of(text.split("\n", -1)).map(EvidenceText::readPiece).toList();
  }

  private static Evidence readPiece(String piece) {
    String[] parts = piece.split("\t", 4);
    return new Evidence(
        parts[2],
        Particulars.Field.valueOf(parts[1]),
        words(parts[3]),
        Evidence.Role.valueOf(parts[0]));
  }

  private static String words(String written) {
    StringBuilder words = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char next = written.charAt(i);
      if (next == '\\') {
        i++;
        next = written.charAt(i) == 'n' ? '\n' : written.charAt(i);
      }
      words.append(next);
    }
    return words.toString();
  }
}
