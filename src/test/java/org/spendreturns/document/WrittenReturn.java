package org.spendreturns.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.slf4j.LoggerFactory;
import org.spendreturns.document.Documents.Telling;
import org.spendreturns.returns.EditionMark;
import org.spendreturns.returns.Publication;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;

/** A return written as documents, and read back by others than wrote it. */
record WrittenReturn(Path folder, List<String> undrawn) {

  /** Files that stand in a folder already. */
  WrittenReturn(Path folder) {
    this(folder, List.of());
  }

  static final Path TEMPLATES = Path.of("reports", "templates");
  private static final Documents DOCUMENTS = new Documents(TEMPLATES);

  static {
    LoggerFactory.getILoggerFactory(); // as the product has it, before two threads ask for it
  }

  static WrittenReturn of(Return filing, Path folder) {
    return of(filing, Publication.USUAL, folder);
  }

  static WrittenReturn of(Return filing, Publication publication, Path folder) {
    try {
      EditionMark third = new EditionMark(3, OptionalInt.of(2));
      Telling telling = new Telling(filing, third, Wording.english());
      return new WrittenReturn(
          folder, DOCUMENTS.write(List.of(telling), publication, List.of(), folder).undrawn());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /**
   * A return that is expected to fail: in a folder, or by templates, in which something is amiss.
   */
  static void failing(Path templates, Path folder) throws IOException {
    EditionMark first = new EditionMark(1, OptionalInt.empty());
    Telling telling = new Telling(InventedReturn.usual(), first, Wording.english());
    new Documents(templates).write(List.of(telling), Publication.USUAL, List.of(), folder);
  }

  /** The font of our pages, for a PDF that a test makes: a reader need not look for it. */
  static PDFont font(PDDocument document) throws IOException {
    Path file = TEMPLATES.resolve("fonts").resolve("SourceSans3-Regular.ttf");
    return PDType0Font.load(document, file.toFile());
  }

  byte[] bytes(String file) throws IOException {
    return Files.readAllBytes(folder.resolve(file));
  }

  /** The names of the files, in order. */
  List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  String digest(String file) throws IOException {
    return new DigestUtils(DigestUtils.getSha256Digest()).digestAsHex(bytes(file));
  }

  /** The PDF's text in the order of its pages, without any white space. */
  String pdfTextTight() throws IOException {
    return tight(pdfText());
  }

  /** The PDF's text in the order of its pages, a line for each line. */
  String pdfText() throws IOException {
    try (PDDocument document = Loader.loadPDF(bytes("return.pdf"))) {
      return new PDFTextStripper().getText(document);
    }
  }

  static String tight(String text) {
    return text.replaceAll("[\\s\\u00a0]+", "");
  }

  XSSFWorkbook workbook() throws IOException {
    try (InputStream in = Files.newInputStream(folder.resolve("return.xlsx"))) {
      return new XSSFWorkbook(in);
    }
  }

  /** All cells that hold something, sheet after sheet, row after row. */
  static List<Cell> cells(XSSFWorkbook workbook) {
    List<Cell> cells = new ArrayList<>();
    for (Sheet sheet : workbook) {
      for (Row row : sheet) {
        row.forEach(cells::add);
      }
    }
    return cells;
  }
}
