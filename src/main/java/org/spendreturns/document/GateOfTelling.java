package org.spendreturns.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spendreturns.returns.Language;
import org.spendreturns.returns.Wording;

/**
 * Compares a document in another language with the English one beside it, which is compared with
 * the JSON: row for row and cell for cell they show the same sums, counts, and reasons why there is
 * no sum, each in its own words.
 */
final class GateOfTelling {

  /** Every way to say that there is no sum, or not the whole sum; each a key of the wording. */
  private static final List<String> STATES =
      List.of(
          "value.atLeast",
          "value.nil",
          "value.notBrokenDown",
          "value.notSeparable",
          "value.notHeld",
          "value.noRecords",
          "value.noRecords.missing",
          "value.withheld");

  private static final Pattern SUM =
      Pattern.compile("-?\u00a3\\d{1,3}(?:,\\d{3})*(?:\\.\\d{2})?(?!\\d)");
  private static final Pattern NUMBER = Pattern.compile("[\\d,.%\\s-]*\\d[\\d,.%\\s-]*");
  private static final Pattern DAY = Pattern.compile("(\\d{1,2}) \\p{L}+ (\\d{4})");

  private final Path folder;
  private final Wording english = Wording.english();
  private final Wording wording;

  GateOfTelling(Path folder, Language language) {
    this.folder = folder;
    this.wording = Wording.in(language, Map.of());
  }

  /** How its documents are called, without their kind. */
  String name() {
    return Documents.name(wording);
  }

  // ---- rows of tables ----

  /** The web page. */
  void page(Path file, Gate.Faults faults) throws IOException {
    Path beside = folder.resolve(Documents.name(english) + ".html");
    if (Files.exists(beside)) {
      same(pageRows(beside), pageRows(file), beside, faults);
      sums(
          counted(PageRow.plain(withoutStyle(beside))),
          counted(PageRow.plain(withoutStyle(file))),
          beside,
          faults);
    }
  }

  private static String withoutStyle(Path page) throws IOException {
    return Files.readString(page).replaceAll("(?s)<style.*?</style>", "");
  }

  private static List<Shown> pageRows(Path page) throws IOException {
    List<Shown> rows = new ArrayList<>();
    for (PageRow row : PageRow.of(page)) {
      rows.add(new Shown("row " + (rows.size() + 1), row.cells()));
    }
    return rows;
  }

  /** The workbook for Excel. */
  void workbook(Path file, Gate.Faults faults) throws IOException {
    Path beside = folder.resolve(Documents.name(english) + ".xlsx");
    if (Files.exists(beside)) {
      same(rows(beside, WorkbookRows::read), rows(file, WorkbookRows::read), beside, faults);
    }
  }

  /** The OpenDocument workbook. */
  void openDocument(Path file, Gate.Faults faults) throws IOException {
    Path beside = folder.resolve(Documents.name(english) + ".ods");
    if (Files.exists(beside)) {
      same(
          rows(beside, OpenDocumentRows::read), rows(file, OpenDocumentRows::read), beside, faults);
    }
  }

  /** A row as a reader sees it, and where it stands. */
  private record Shown(String place, List<String> cells) {}

  /** Of a workbook and those in which its tables go on. */
  private static List<Shown> rows(Path first, BookParts.Reader reader) throws IOException {
    List<Shown> rows = new ArrayList<>();
    BookParts.read(
        first,
        reader,
        (file, sheet, row, cells) -> {
          String place = "%s!%d".formatted(sheet, row);
          rows.add(new Shown(file.equals(first) ? place : file.getFileName() + " " + place, cells));
        });
    return rows;
  }

  private void same(List<Shown> there, List<Shown> here, Path beside, Gate.Faults faults) {
    if (there.size() != here.size()) {
      faults.add(
          "",
          "has %d rows, and %s %d; write both anew"
              .formatted(here.size(), beside.getFileName(), there.size()));
    }
    for (int at = 0; at < Math.min(there.size(), here.size()); at++) {
      List<String> expected = figures(there.get(at).cells(), english);
      List<String> found = figures(here.get(at).cells(), wording);
      if (!expected.equals(found)) {
        faults.add(
            here.get(at).place(),
            "says '%s', and %s '%s'; write both anew"
                .formatted(
                    String.join(", ", here.get(at).cells()),
                    beside.getFileName(),
                    String.join(", ", there.get(at).cells())));
      }
    }
  }

  private static List<String> figures(List<String> cells, Wording wording) {
    return cells.stream().map(cell -> figure(cell, wording)).toList();
  }

  /** What a cell says in any language: its state, its sums in order of size, a number, a day. */
  private static String figure(String cell, Wording wording) {
    String text = GateOfEdition.levelled(cell);
    if (NUMBER.matcher(text).matches()) {
      return text;
    }
    Matcher day = DAY.matcher(text);
    if (day.matches()) {
      return day.group(1) + " " + day.group(2);
    }
    Set<String> states = new TreeSet<>();
    STATES.stream().filter(state -> begins(text, state, wording)).forEach(states::add);
    List<String> sums = new ArrayList<>();
    Matcher sum = SUM.matcher(text);
    while (sum.find()) {
      sums.add(sum.group());
    }
    return states + sums.stream().sorted().toList().toString();
  }

  /** Whether a text is these words, or begins with them and goes on with what fills them in. */
  private static boolean begins(String text, String state, Wording wording) {
    String words = wording.say(state, "\n");
    int gap = words.indexOf('\n');
    return gap < 0 ? text.equals(words) : text.startsWith(words.substring(0, gap));
  }

  // ---- pages ----

  /** The PDF: the same sums, each as often. */
  void pdf(GateOfPdf.Told there, GateOfPdf.Told here, Gate.Faults faults) {
    sums(there.sums(), here.sums(), folder.resolve(Documents.name(english) + ".pdf"), faults);
  }

  private static void sums(
      Map<String, Integer> there, Map<String, Integer> here, Path beside, Gate.Faults faults) {
    Set<String> all = new TreeSet<>(here.keySet());
    all.addAll(there.keySet());
    for (String sum : all) {
      if (!here.getOrDefault(sum, 0).equals(there.getOrDefault(sum, 0))) {
        faults.add(
            "",
            "%s stands here %d times, and in %s %d times; write both anew"
                .formatted(
                    sum,
                    here.getOrDefault(sum, 0),
                    beside.getFileName(),
                    there.getOrDefault(sum, 0)));
      }
    }
  }

  private static Map<String, Integer> counted(String text) {
    Map<String, Integer> sums = new TreeMap<>();
    Matcher sum = SUM.matcher(text.replaceAll("\\s+", " "));
    while (sum.find()) {
      sums.merge(sum.group(), 1, Integer::sum);
    }
    return sums;
  }
}
