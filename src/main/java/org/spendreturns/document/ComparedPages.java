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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.spendreturns.returns.Wording;

/** Compares an edition's web page with its JSON, and its PDF with the page. */
final class ComparedPages {

  /** Whatever follows the pence: the next row may begin with a digit, or a page may end there. */
  private static final Pattern MONEY = Pattern.compile("-?\u00a3\\d{1,3}(?:,\\d{3})*\\.\\d{2}");

  /** What every font has, and every reader reads from left to right. */
  private static final Pattern DRAWN = Pattern.compile("[\\p{IsLatin}\\p{N}\\p{P}]+");

  private static final Wording ENGLISH = Wording.english();

  private final Path folder;
  private final ToldFigures told;

  ComparedPages(Path folder, ToldFigures told) {
    this.folder = folder;
    this.told = told;
  }

  /** The page's tables say what the JSON says, row for row. */
  void page(Path file, Gate.Faults faults) throws IOException {
    Map<String, List<String>> byTitle = new LinkedHashMap<>();
    for (PageRow row : PageRow.levelled(file)) {
      if (!row.isGroup() && told.isTitle(row.title())) {
        byTitle.computeIfAbsent(row.title(), none -> new ArrayList<>()).addAll(row.sums());
      }
    }
    GateOfEdition.summaryRows(told, byTitle, faults);
    agreements(PageAgreement.of(PageRow.levelled(file)), faults);
  }

  /** Many years stand in several tables: in each section one after the other. */
  private void agreements(List<PageAgreement> here, Gate.Faults faults) {
    List<ToldAgreement> there = told.agreements();
    int tables = there.isEmpty() ? 0 : here.size() / there.size();
    if (tables * there.size() != here.size() || (tables == 0 && !there.isEmpty())) {
      faults.add(
          "",
          "tells of %d agreements, and return.json of %d; write both anew"
              .formatted(here.size(), there.size()));
      return;
    }
    int first = 0; // of the section
    while (first < there.size()) {
      int end = first;
      while (end < there.size() && there.get(end).category().equals(there.get(first).category())) {
        end++;
      }
      for (int at = first; at < end; at++) {
        List<PageAgreement> parts = new ArrayList<>();
        for (int table = 0; table < tables; table++) {
          parts.add(here.get(first * tables + table * (end - first) + at - first));
        }
        compare(there.get(at), parts, faults);
      }
      first = end;
    }
  }

  private static void compare(ToldAgreement told, List<PageAgreement> parts, Gate.Faults faults) {
    String name =
        level(
            AgreementPages.named(
                ENGLISH,
                told.organisation(),
                told.says("registration"),
                told.says("service"),
                told.reference()));
    List<String> awarded = parts.stream().flatMap(part -> part.awarded().stream()).toList();
    List<String> paid = parts.stream().flatMap(part -> part.paid().stream()).toList();
    for (PageAgreement part : parts) {
      if (!level(part.about()).startsWith(name)) {
        faults.add(
            "",
            "says '%s', and return.json '%s'; write both anew"
                .formatted(level(part.about()), name));
        return;
      }
    }
    if (!awarded.equals(told.awarded()) || !paid.equals(told.paid())) {
      faults.add(
          "",
          "says '%s; %s' of %s, and return.json '%s; %s'; write both anew"
              .formatted(
                  String.join(", ", awarded),
                  String.join(", ", paid),
                  name,
                  String.join(", ", told.awarded()),
                  String.join(", ", told.paid())));
    }
  }

  private static String level(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }

  /**
   * The PDF shows the same sums as the page, each as often, what is said of its charts among them;
   * without a page, each sum of the JSON at least; and it holds the same data files.
   */
  void pdf(GateOfPdf.Told here, Gate.Faults faults) throws IOException {
    attachments(here, faults); // first: of many sums that differ only some are told
    Path page = folder.resolve("return.html");
    if (Files.exists(page)) {
      sameSums(page, here, faults);
      inOrder(PageAgreement.of(PageRow.levelled(page)), here.pages(), faults);
    } else {
      allSums(here, faults);
    }
  }

  private static void sameSums(Path page, GateOfPdf.Told here, Gate.Faults faults)
      throws IOException {
    Map<String, Integer> there = new TreeMap<>();
    addSums(PageRow.plain(Files.readString(page).replaceAll("(?s)<style.*?</style>", "")), there);
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
  }

  private void allSums(GateOfPdf.Told here, Gate.Faults faults) {
    Map<String, Integer> there = new TreeMap<>();
    told.summary().forEach(row -> row.cells().forEach(cell -> addSums(cell, there)));
    for (ToldAgreement each : told.agreements()) {
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

  /** The agreements of the page stand in the PDF in their order, each with its own sums. */
  private static void inOrder(List<PageAgreement> there, List<String> pages, Gate.Faults faults) {
    int page = 0;
    int from = 0;
    for (PageAgreement each : there) {
      List<String> pieces = new ArrayList<>();
      String name = tight(each.about().lines().findFirst().orElse(""));
      if (DRAWN.matcher(name).matches()) {
        pieces.add(name);
      }
      each.awarded().forEach(cell -> pieces.addAll(sums(cell)));
      each.paid().forEach(cell -> pieces.addAll(sums(cell)));
      for (String piece : pieces) {
        int at = pages.isEmpty() ? -1 : pages.get(page).indexOf(piece, from);
        while (at < 0 && page + 1 < pages.size()) {
          page++;
          at = pages.get(page).indexOf(piece);
        }
        if (at < 0) {
          faults.add(
              "",
              "'%s' of '%s' does not stand here where it stands in return.html; write both anew"
                  .formatted(piece, level(each.about())));
          return; // what follows would be looked for behind the wrong place
        }
        from = at + piece.length();
      }
    }
  }

  /** A text without white space: lines and pages break where they will. */
  static String tight(String text) {
    return text.replaceAll("[\\s\u00a0]+", "");
  }

  private static List<String> sums(String text) {
    return MONEY.matcher(tight(text)).results().map(MatchResult::group).toList();
  }

  /** Counts the sums of a text. */
  static void addSums(String text, Map<String, Integer> sums) {
    sums(text).forEach(sum -> sums.merge(sum, 1, Integer::sum));
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
