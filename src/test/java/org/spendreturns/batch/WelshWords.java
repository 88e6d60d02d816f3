package org.spendreturns.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What the Welsh documents of the invented force say, read back, and the words to judge it by. */
final class WelshWords {

  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  private WelshWords() {}

  static String text(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  static List<String> cells(Path workbook) throws IOException {
    List<String> cells = new ArrayList<>();
    try (Workbook book = new XSSFWorkbook(Files.newInputStream(workbook))) {
      book.forEach(
          sheet -> {
            cells.add(sheet.getSheetName());
            sheet.forEach(
                row ->
                    row.forEach(
                        cell -> {
                          if (cell.getCellType() == CellType.STRING) { // days are the reader's
                            cells.add(cell.getStringCellValue());
                          }
                        }));
          });
    }
    return cells;
  }

  static String plain(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }

  /** What stands in no language: names of files, rules and registers, and what a line says. */
  static List<String> fileNamesAndTheLike() throws IOException {
    List<String> texts =
        new ArrayList<>(
            List.of(
                "taliadau-2013-15.csv",
                "register.csv",
                "sexual-violence",
                "https://dyffryn-wennol.example/cynllun",
                "Papur Glas Cyf"));
    Pattern.compile("because: (.*)") // a rulebook's reasons are its own words
        .matcher(Files.readString(Path.of("input/rulebooks/sexual-violence/2026-11.yaml")))
        .results()
        .forEach(found -> texts.add(found.group(1)));
    return texts;
  }

  /** The words of the English bundle that the Welsh one does not use. */
  static Set<String> onlyEnglish() throws IOException {
    Set<String> english = new TreeSet<>();
    bundle("wording").values().forEach(text -> english.addAll(words(String.valueOf(text))));
    bundle("wording_cy").values().forEach(text -> english.removeAll(words(String.valueOf(text))));
    return english;
  }

  private static Properties bundle(String name) throws IOException {
    Properties texts = new Properties();
    try (InputStream in =
        Files.newInputStream(
            Path.of("src/main/resources/org/spendreturns/returns", name + ".properties"))) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return texts;
  }

  /** Words of two letters at least, in small letters. */
  static List<String> words(String text) {
    return WORD.matcher(text)
        .results()
        .map(found -> found.group().toLowerCase(Locale.ROOT))
        .filter(word -> word.length() > 1)
        .toList();
  }
}
