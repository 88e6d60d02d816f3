package org.spendreturns.intake;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;
import org.spendreturns.returns.Publication.Logo;

/**
 * Reads a body's logo. Only its pixels are kept: what else such a file may hold, as who drew it or
 * where a photograph was taken, goes no further.
 */
final class LogoFile {

  private static final int KILOBYTE = 1024;
  private static final int KILOBYTES_AT_MOST = 1024;
  private static final int PIXELS_AT_MOST = 3000; // a side; 4 cm of print need 500
  private static final int BYTES_SHOWN = 4;
  private static final Set<String> KINDS = Set.of("png", "jpeg");

  private final YamlNode node;
  private final String name;
  private final Path bodyFile;

  /**
   * A logo.
   *
   * @param node the file's name, as the body's file writes it
   * @param bodyFile the file that names it
   */
  LogoFile(YamlNode node, Path bodyFile) {
    this.node = node;
    this.name = node.text();
    this.bodyFile = bodyFile;
  }

  /**
   * The logo.
   *
   * @param says what it shows, in words
   * @throws FaultyInputException if it is missing, too big or no picture
   */
  Logo read(String says) {
    if (name.contains("/") || name.contains("\\")) {
      throw node.fault("logo '%s' is a path; put the file beside this one".formatted(name));
    }
    Path file = bodyFile.resolveSibling(name);
    if (!Files.isRegularFile(file)) {
      throw node.fault("logo '%s' is not there; put it beside this file".formatted(name));
    }
    try {
      return new Logo(name, Base64.getEncoder().encodeToString(png(bytes(file))), says);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private byte[] bytes(Path file) throws IOException {
    long kilobytes = (Files.size(file) + KILOBYTE - 1) / KILOBYTE;
    if (kilobytes > KILOBYTES_AT_MOST) {
      throw node.fault(
          String.format(
              Locale.ROOT,
              "logo '%s' has %,d kB; expected at most %,d kB; save it smaller",
              name,
              kilobytes,
              KILOBYTES_AT_MOST));
    }
    return Files.readAllBytes(file);
  }

  private byte[] png(byte[] bytes) throws IOException {
    BufferedImage picture = picture(bytes);
    BufferedImage pixels =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D paper = pixels.createGraphics();
    paper.drawImage(picture, 0, 0, Color.WHITE, null);
    paper.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(pixels, "png", png);
    return png.toByteArray();
  }

  private BufferedImage picture(byte[] bytes) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      ImageReader reader = reader(in);
      if (reader == null) {
        throw noPicture(bytes);
      }
      try {
        reader.setInput(in);
        refuseLarge(reader.getWidth(0), reader.getHeight(0)); // said at its beginning
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException fault) { // damaged pictures fail in either way
      if (fault instanceof FaultyInputException told) {
        throw told;
      }
      throw noPicture(bytes);
    }
  }

  private static @Nullable ImageReader reader(ImageInputStream in) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (KINDS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
        return reader;
      }
    }
    return null;
  }

  private void refuseLarge(int width, int height) {
    if (width > PIXELS_AT_MOST || height > PIXELS_AT_MOST) {
      throw node.fault(
          String.format(
              Locale.ROOT,
              "logo '%s' is %,d by %,d pixels; expected at most %,d a side; save it smaller",
              name,
              width,
              height,
              PIXELS_AT_MOST));
    }
  }

  private FaultyInputException noPicture(byte[] bytes) {
    int shown = Math.min(BYTES_SHOWN, bytes.length);
    return node.fault(
        "logo '%s' begins with the bytes '%s', or breaks off; expected a whole picture in PNG or JPEG; save it as PNG"
            .formatted(
                name, HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes, 0, shown)));
  }
}
