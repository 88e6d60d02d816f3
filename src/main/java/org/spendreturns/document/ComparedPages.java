package org.spendreturns.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

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
    List<String> inOrder =
        told.agreements().stream()
            .flatMap(each -> Stream.concat(each.awarded().stream(), each.paid().stream()))
            .toList();
    boolean isOneTable = // many years stand in several
        told.agreements().stream()
            .limit(1)
            .allMatch(
                first ->
                    ofAgreements.stream()
                        .anyMatch(cells -> cells.size() == first.awarded().size()));
    boolean isAllHere = missed.values().stream().allMatch(times -> times <= 0);
    List<String> shown = ofAgreements.stream().flatMap(List::stream).toList();
    if (isOneTable && isAllHere && !GateOfEdition.isWithin(inOrder, shown)) {
      faults.add("", "agreements' sums stand with others than in return.json; write both anew");
    }
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
   * without a page, each sum of the JSON at least; and it holds the same data files.
   */
  void pdf(GateOfPdf.Told here, Gate.Faults faults) throws IOException {
    attachments(here, faults); // first: of many sums that differ only some are told
    Path page = folder.resolve("return.html");
    if (Files.exists(page)) {
      Map<String, Integer> there = new TreeMap<>();
      addSums(plain(Files.readString(page).replaceAll("(?s)<style.*?</style>", "")), there);
      Set<String> all = new TreeSet<>(here.sums().keySet());
      all.addAll(there.keySet());
      for (String sum : all) {
        if (!here.sums().getOrDefault(sum, 0).equals(there.getOrDefault(sum, 0))) {
          faults.add(
              "",
              "%s stands here %d times, and in return.html %d times; write both anew"
                  .formatted(sum, here.sums().getOrDefault(sum, 0), there.getOrDefault(sum, 0)));
        }
      }
    } else {
      Map<String, Integer> there = new TreeMap<>();
      told.summary().forEach(row -> row.cells().forEach(cell -> addSums(cell, there)));
      for (ToldFigures.Agreement each : told.agreements()) {
        each.awarded().forEach(cell -> addSums(cell, there));
        each.paid().forEach(cell -> addSums(cell, there));
      }
      there.forEach(
          (sum, times) -> {
            if (here.sums().getOrDefault(sum, 0) < times) {
              faults.add(
                  "",
                  "%s stands here %d times, and in return.json %d times; write both anew"
                      .formatted(sum, here.sums().getOrDefault(sum, 0), times));
            }
          });
    }
  }

  /** Counts the sums of a text. */
  static void addSums(String text, Map<String, Integer> sums) {
    Matcher money = MONEY.matcher(text.replaceAll("\\s+", ""));
    while (money.find()) {
      sums.merge(money.group(), 1, Integer::sum);
    }
  }

  /** A PDF holds the same data files as stand beside it, and all of them. */
  void attachments(GateOfPdf.Told here, Gate.Faults faults) throws IOException {
    for (Map.Entry<String, String> each : here.attached().entrySet()) {
      Path beside = folder.resolve(each.getKey());
      if (!Files.exists(beside) || !digest(beside).equals(each.getValue())) {
        faults.add(
            "",
            "holds '%s', which is not the file beside it; write both anew"
                .formatted(each.getKey()));
      }
    }
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> GateOfPdf.DATA.matcher(name).matches())
          .filter(name -> !here.attached().containsKey(name))
          .sorted()
          .forEach(
              name ->
                  faults.add(
                      "",
                      "does not hold '%s', which lies beside it; write it anew".formatted(name)));
    }
  }

  private static String digest(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return DigestUtils.sha256Hex(in);
    }
  }
}
