package org.spendreturns.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.IOUtils;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.text.PDFTextStripper;

/** Compares an edition's web page with its JSON, and its PDF with the page. */
final class ComparedPages {

  private static final Pattern ROW = Pattern.compile("<tr([^>]*)>(.*?)</tr>", Pattern.DOTALL);
  private static final Pattern CELL = Pattern.compile("<t[hd][^>]*>(.*?)</t[hd]>", Pattern.DOTALL);

  /** Whatever follows the pence: the next row may begin with a digit, or a page may end there. */
  private static final Pattern MONEY = Pattern.compile("-?\u00a3\\d{1,3}(?:,\\d{3})*\\.\\d{2}");

  private final Path folder;
  private final ToldFigures told;

  ComparedPages(Path folder, ToldFigures told) {
    this.folder = folder;
    this.told = told;
  }

  /** The page's tables say what the JSON says. */
  void page(Path file, Gate.Faults faults) throws IOException {
    Map<String, List<String>> byTitle = new LinkedHashMap<>();
    List<List<String>> ofAgreements = new ArrayList<>();
    int left = 0;
    Matcher row = ROW.matcher(Files.readString(file));
    while (row.find()) {
      List<String> cells = new ArrayList<>();
      Matcher cell = CELL.matcher(row.group(2));
      while (cell.find()) {
        cells.add(GateOfEdition.levelled(plain(cell.group(1))));
      }
      if (row.group(1).contains("\"group\"")) {
        left = 2;
      } else if (left > 0) {
        left--;
        ofAgreements.add(cells.subList(Math.min(1, cells.size()), cells.size()));
      } else if (!cells.isEmpty() && told.isTitle(cells.get(0))) {
        byTitle
            .computeIfAbsent(cells.get(0), none -> new ArrayList<>())
            .addAll(cells.subList(1, cells.size()));
      }
    }
    GateOfEdition.summaryRows(told, byTitle, faults);
    Map<String, Integer> missed = new TreeMap<>(); // by the cell, how often
    told.agreements().stream()
        .flatMap(each -> Stream.concat(each.awarded().stream(), each.paid().stream()))
        .forEach(cell -> missed.merge(cell, 1, Integer::sum));
    ofAgreements.forEach(cells -> cells.forEach(cell -> missed.merge(cell, -1, Integer::sum)));
    missed.forEach(
        (cell, times) -> {
          for (int time = 0; time < times; time++) {
            faults.add(
                "",
                "an agreement's '%s' in return.json stands nowhere here; write both anew"
                    .formatted(cell));
          }
        });
  }

  static String plain(String html) {
    return html.replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }

  /**
   * The PDF shows the same sums as the page, each as often, what is said of its charts among them;
   * and holds the same data files.
   */
  void pdf(Path file, Gate.Faults faults) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      Map<String, Integer> here = sums(document);
      Path page = folder.resolve("return.html");
      if (Files.exists(page)) {
        Map<String, Integer> there = new TreeMap<>();
        addSums(plain(Files.readString(page).replaceAll("(?s)<style.*?</style>", "")), there);
        Set<String> all = new TreeSet<>(here.keySet());
        all.addAll(there.keySet());
        for (String sum : all) {
          if (!here.getOrDefault(sum, 0).equals(there.getOrDefault(sum, 0))) {
            faults.add(
                "",
                "%s stands here %d times, and in return.html %d times; write both anew"
                    .formatted(sum, here.getOrDefault(sum, 0), there.getOrDefault(sum, 0)));
          }
        }
      }
      attachments(document, faults);
    }
  }

  /** The sums of a PDF, those that are said of its charts among them, and how often each stands. */
  static Map<String, Integer> sums(PDDocument document) throws IOException {
    Map<String, Integer> sums = new TreeMap<>();
    new PageByPage(text -> addSums(text, sums)).writeText(document, Writer.nullWriter());
    addSums(PdfObjects.saidOfPictures(document), sums);
    return sums;
  }

  private static void addSums(String text, Map<String, Integer> sums) {
    Matcher money = MONEY.matcher(text.replaceAll("\\s+", ""));
    while (money.find()) {
      sums.merge(money.group(), 1, Integer::sum);
    }
  }

  /** The text of a page at a time: no sum stands on two, and there may be a thousand. */
  private static final class PageByPage extends PDFTextStripper {
    private final Consumer<String> taker;

    PageByPage(Consumer<String> taker) {
      this.taker = taker;
    }

    @Override
    protected void startPage(PDPage page) {
      output = new StringWriter();
    }

    @Override
    protected void endPage(PDPage page) {
      taker.accept(output.toString());
    }
  }

  /** A PDF holds the same data files as stand beside it. */
  void attachments(Path file, Gate.Faults faults) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      attachments(document, faults);
    }
  }

  private void attachments(PDDocument document, Gate.Faults faults) throws IOException {
    var names = document.getDocumentCatalog().getNames();
    PDEmbeddedFilesNameTreeNode files = names == null ? null : names.getEmbeddedFiles();
    Map<String, PDComplexFileSpecification> held =
        files == null || files.getNames() == null ? Map.of() : files.getNames();
    for (Map.Entry<String, PDComplexFileSpecification> each : held.entrySet()) {
      Path beside = folder.resolve(each.getKey());
      if (!Files.exists(beside) || !isSame(beside, each.getValue().getEmbeddedFile())) {
        faults.add(
            "",
            "holds '%s', which is not the file beside it; write both anew"
                .formatted(each.getKey()));
      }
    }
  }

  private static boolean isSame(Path beside, PDEmbeddedFile held) throws IOException {
    try (InputStream there = new BufferedInputStream(Files.newInputStream(beside));
        InputStream here = held.createInputStream()) {
      return IOUtils.contentEquals(there, here);
    }
  }
}
