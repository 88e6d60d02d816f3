package org.spendreturns.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page's text in the encoding that it says it has. */
final class PageCode {

  private static final int HEAD = 1_024; // bytes within which a page must say it
  private static final Pattern SAYS = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]+)");

  private PageCode() {}

  /** The text; bytes that are no signs of its encoding are a fault, and shown as such. */
  static String read(Path file, Gate.Faults faults) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
    Matcher says = SAYS.matcher(head);
    Charset code =
        says.find() && isKnown(says.group(1))
            ? Charset.forName(says.group(1))
            : StandardCharsets.UTF_8;
    try {
      return code.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException fault) {
      faults.add("", "holds bytes that are not %s; write it anew".formatted(code.name()));
      return new String(bytes, code);
    }
  }

  private static boolean isKnown(String code) {
    return code.matches("[A-Za-z0-9][\\w.:-]*") && Charset.isSupported(code);
  }
}
