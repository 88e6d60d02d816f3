package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spendreturns.returns.Colour;
import org.spendreturns.returns.Publication;
import org.spendreturns.returns.Publication.Logo;
import org.spendreturns.returns.Publication.Pdf;

/** How a body says in its file that it publishes its returns. */
class PublicationNodeTest {

  @TempDir Path folder;

  @Test
  void readsAllThatABodyChooses() throws IOException {
    Files.write(folder.resolve("sign.png"), picture(40, 20, "png"));
    Publication publication =
        read(
            """
            pdf: a-4f
            headings: "#5B1A6E"
            shade: "#F4ECF7"
            logo:
              file: sign.png
              says: A heron over water
            """);
    assertThat(publication.pdf()).isEqualTo(Pdf.A_4F);
    assertThat(publication.look().headings()).isEqualTo(new Colour(0x5B1A6E));
    assertThat(publication.look().shade()).isEqualTo(new Colour(0xF4ECF7));
    assertThat(publication.look().logo()).map(Logo::file).contains("sign.png");
    assertThat(publication.look().logo()).map(Logo::says).contains("A heron over water");
  }

  @Test
  void whatIsNotChosenIsAsUsual() throws IOException {
    assertThat(read("pdf: a-3a\n")).isEqualTo(Publication.USUAL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          headings: "#777777"  | '#777777' has a contrast of 4.47:1 to white paper, #FFFFFF; expected 4.5:1 or more; choose a darker colour
          headings: "#FFD700"  | '#FFD700' has a contrast of 1.40:1 to white paper, #FFFFFF; expected 4.5:1 or more; choose a darker colour
          shade: "#5B1A6E"     | '#5B1A6E' has a contrast of 1.63:1 to the text that stands on it, #111111; expected 4.5:1 or more; choose a lighter colour
          headings: purple     | 'purple' is not a colour written #1D4468; put it in quotes
          headings: #1D4468    | '' is not a colour written #1D4468; put it in quotes
          logo: {file: ../a.png, says: A} | logo '../a.png' is a path; put the file beside this one
          logo: {file: none.png, says: A} | logo 'none.png' is not there; put it beside this file
          """)
  void refusesWhatCannotBeReadOrFound(String line, String message) {
    assertThatThrownBy(() -> read(line + "\n"))
        .isInstanceOf(FaultyInputException.class)
        .hasMessage("b.yaml:5: " + message);
  }

  @Test
  void aColourJustGoodEnoughIsTaken() throws IOException {
    assertThat(read("headings: \"#767676\"\n").look().headings()).isEqualTo(new Colour(0x767676));
  }

  @Test
  void aLogoThatIsNoPictureIsNamed() throws IOException {
    Files.writeString(folder.resolve("sign.png"), "%PDF-1.7 and so on");
    assertThatThrownBy(this::readSign)
        .hasMessage(
            "b.yaml:6: logo 'sign.png' begins with the bytes '25 50 44 46', or breaks off;"
                + " expected a whole picture in PNG or JPEG; save it as PNG");
  }

  @Test
  void aLogoThatBreaksOffIsNamed() throws IOException {
    byte[] whole = picture(400, 400, "png");
    Files.write(folder.resolve("sign.png"), Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(this::readSign)
        .hasMessage(
            "b.yaml:6: logo 'sign.png' begins with the bytes '89 50 4E 47', or breaks off;"
                + " expected a whole picture in PNG or JPEG; save it as PNG");
  }

  @Test
  void aLogoWithTooManyBytesOrPixelsIsRefusedWithItsSize() throws IOException {
    Files.write(folder.resolve("sign.png"), new byte[1_048_577]);
    assertThatThrownBy(this::readSign)
        .hasMessage(
            "b.yaml:6: logo 'sign.png' has 1,025 kB; expected at most 1,024 kB; save it smaller");
    Files.write(folder.resolve("sign.png"), picture(3001, 2, "png"));
    assertThatThrownBy(this::readSign)
        .hasMessage(
            "b.yaml:6: logo 'sign.png' is 3,001 by 2 pixels; expected at most 3,000 a side;"
                + " save it smaller");
  }

  @Test
  void onlyThePixelsOfALogoAreKept() throws IOException {
    byte[] jpeg = picture(40, 20, "jpeg");
    byte[] withName = "drawn by Mrs Dorothea Quillfeather".getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(jpeg, 0, 2); // the picture begins
    both.write(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (withName.length + 2)}); // a comment
    both.write(withName);
    both.write(jpeg, 2, jpeg.length - 2);
    Files.write(folder.resolve("sign.png"), both.toByteArray());
    byte[] kept = Base64.getDecoder().decode(readSign().look().logo().orElseThrow().png());
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Quillfeather");
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(kept));
    assertThat(picture.getWidth()).isEqualTo(40);
    assertThat(picture.getHeight()).isEqualTo(20);
  }

  private Publication readSign() throws IOException {
    return read("logo:\n  file: sign.png\n  says: A heron\n");
  }

  private Publication read(String lines) throws IOException {
    Path file = folder.resolve("b.yaml");
    Files.writeString(
        file, "id: b\nname: B\nkind: pcc\npublication:\n" + lines.indent(2).stripTrailing() + "\n");
    return BodyFile.read(file).publication();
  }

  private static byte[] picture(int width, int height, String format) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      picture.setRGB(x, x % height, 0x102030 * x);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, format, bytes);
    return bytes.toByteArray();
  }
}
