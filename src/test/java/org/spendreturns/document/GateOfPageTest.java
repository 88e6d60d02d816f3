package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults planted in web pages, each found and named; and ordinary pages, which pass. */
class GateOfPageTest {

  private static final String PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNiAAAABgADNjd8qAAAAABJRU5ErkJggg==";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<p style='color:#fff'>D</p> | text in the colour of what it stands on",
        "<p style='color:#fefefe'>D</p> | text in the colour of what it stands on",
        "<div style='background:#003366'><p style='color:#013467'>D</p></div> | text in the colour of what it stands on",
        "<style>.a { color: white }</style><p class='a'>D</p> | text in the colour of what it stands on",
        "<p class='a'>D</p><style>p.a { opacity: 0 }</style> | a style that hides",
        "<p style='position:absolute;left:-9999px'>D</p> | a style that hides",
        "<p style='text-indent:-100em'>D</p> | a style that hides",
        "<p style='clip-path:inset(100%)'>D</p> | a style that hides",
        "<p style='height:0;overflow:hidden'>D</p> | a style that hides",
        "<p style='transform: scale(0)'>D</p> | a style that hides",
        "<p style='font-size:.1px'>D</p> | text too small to be read",
        "<div style='font-size:10%'><p style='font-size:10%'>D</p></div> | text too small to be read",
        "<template><p>D</p></template> | a hidden element",
        "<noscript>D</noscript> | a hidden element",
        "<textarea>D</textarea> | a form",
        "<select><option>D</select> | a form",
        "<details><summary>x</summary>D</details> | a part that is folded up",
        "<p data-name='Dorothea Quillfeather'>x</p> | a text that nobody sees",
        "<p title='Dorothea'>x</p> | a text that shows only under a pointer",
        "<p aria-label='Dorothea'>x</p> | a text that only a screen reader says",
        "<meta name=keywords content='Dorothea'> | keywords that nobody sees",
        "<meta http-equiv=refresh content='0;url=https://x.example'> | an order to go elsewhere",
        "<svg width=0 height=0><desc>Dorothea</desc></svg> | a description that nobody sees",
        "<a href='&#106;avascript:x()'>x</a> | a script",
        "<a href='java\tscript:x()'>x</a> | a script",
        "<a href=FILE:///home/x>x</a> | a link into the house",
        "<img src='data:image/svg+xml;base64,AAAA'> | a file within itself",
        "<object data='data:text/html,x'></object> | another document",
        "<p style='background:url(data:text/plain,x)'>x</p> | a file within itself",
        "<p>a\u202Eb</p> | signs that nobody sees"
      })
  void whatNobodySeesOnAPageIsNamed(String html, String what) throws IOException {
    assertThat(gate("<html>\n" + html + "\n</html>\n"))
        .containsExactly("page.html: line 2: holds " + what + "; leave it out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<style>th { background: #036; color: white }</style><table><tr><th>Sum</table>",
        "<style>@media print { nav { display: none } }</style><nav>Contents</nav>",
        "<style>a:hover { opacity: 0 }</style><a href='https://x.example'>x</a>",
        "<div style='background: url(x.png)'><p style='color: #fff'>x</p></div>",
        "<style>.gone { display: none }</style><p>Nothing is gone</p>",
        "<h2>Payments</h2><table aria-label='Payments'><tr><td>x</table>",
        "<nav aria-label='Contents'><a href='#a'>a</a></nav><details open><summary>x</summary>y</details>",
        "<img alt='A heron' src='data:image/png;base64," + PIXEL + "'>",
        "<meta name='description' content='What we spent'><p data-module='table'>x</p>"
      })
  void whatAnOrdinaryPageHoldsPasses(String html) throws IOException {
    assertThat(gate("<html>\n" + html + "\n</html>\n")).isEmpty();
  }

  @Test
  void aPictureWithMoreThanItsPixelsIsNamed() throws IOException {
    byte[] png = Base64.getDecoder().decode(PIXEL);
    byte[] words = "\0\0\0\1tEXtD....".getBytes(StandardCharsets.ISO_8859_1);
    byte[] more = new byte[png.length + words.length];
    int header = 33;
    System.arraycopy(png, 0, more, 0, header);
    System.arraycopy(words, 0, more, header, words.length);
    System.arraycopy(png, header, more, header + words.length, png.length - header);

    assertThat(picture(more))
        .containsExactly(
            "page.html: line 1: holds a picture with more than its pixels (tEXt); leave it out");
    assertThat(picture(Arrays.copyOf(png, png.length + 9)))
        .containsExactly(
            "page.html: line 1: holds a picture with bytes behind its end; leave it out");
    assertThat(picture(new byte[] {1, 2, 3}))
        .containsExactly("page.html: line 1: holds a picture that cannot be opened; leave it out");
  }

  private Iterable<String> picture(byte[] png) throws IOException {
    String text = Base64.getEncoder().encodeToString(png);
    return gate("<img alt='x' src='data:image/png;base64," + text + "'>");
  }

  @Test
  void anAuthorIsNamedHoweverThePageWritesIt() throws IOException {
    assertThat(gate("<meta content=\"Dorothea O'Quill\" name=author>"))
        .containsExactly(
            "page.html: properties: author is 'Dorothea O'Quill', who may be a person; give the"
                + " organisation's name");
  }

  @Test
  void aPageIsReadInTheEncodingItSaysItHas() throws IOException {
    Path file = folder.resolve("page.html");
    byte[] page =
        "<html><body>caf\u00E9 \u00A35</body></html>".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(file, page);
    assertThat(new Gate().open(file))
        .extracting(Gate.Fault::toString)
        .containsExactly("page.html: holds bytes that are not UTF-8; write it anew");
    Files.write(
        file, "<meta charset=iso-8859-1>caf\u00E9 \u00A35".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(new Gate().open(file)).isEmpty();
  }

  private Iterable<String> gate(String html) throws IOException {
    Path file = Files.writeString(folder.resolve("page.html"), html);
    return new Gate().open(file).stream().map(Gate.Fault::toString).toList();
  }
}
