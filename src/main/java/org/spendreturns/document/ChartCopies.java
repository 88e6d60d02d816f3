package org.spendreturns.document;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;

/** What the charts of a workbook last drew, which must be what their cells say. */
final class ChartCopies {

  private final Map<String, Map<String, String>> drawn = new HashMap<>(); // by sheet, by cell

  /** Takes the copies of a chart. */
  void add(InputStream chart) throws XMLStreamException {
    XMLStreamReader xml = OpenDocumentRows.reader(chart);
    Optional<AreaReference> area = Optional.empty();
    int point = -1;
    while (xml.hasNext()) {
      xml.next();
      if (!xml.isStartElement()) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "f" -> area = area(xml.getElementText());
        case "pt" -> point = Integer.parseInt(OpenDocumentRows.attribute(xml, "idx"));
        case "v" -> {
          if (area.isPresent() && point >= 0) {
            add(area.get(), point, xml.getElementText());
          }
          point = -1;
        }
        default -> {}
      }
    }
  }

  private static Optional<AreaReference> area(String written) {
    try {
      return Optional.of(new AreaReference(written, SpreadsheetVersion.EXCEL2007));
    } catch (IllegalArgumentException several) {
      return Optional.empty(); // several areas, or a name, which is a fault of its own
    }
  }

  private void add(AreaReference area, int point, String value) {
    CellReference first = area.getFirstCell();
    boolean isAcross = first.getRow() == area.getLastCell().getRow();
    CellReference cell =
        new CellReference(
            first.getRow() + (isAcross ? 0 : point), first.getCol() + (isAcross ? point : 0));
    drawn
        .computeIfAbsent(String.valueOf(first.getSheetName()), none -> new HashMap<>())
        .put(cell.formatAsString(), value);
  }

  /** What was drawn of a cell, if it is something else than the cell says. */
  Optional<String> other(String sheet, int row, int column, String says) {
    Map<String, String> ofSheet = drawn.get(sheet);
    return ofSheet == null
        ? Optional.empty()
        : Optional.ofNullable(ofSheet.get(new CellReference(row, column).formatAsString()))
            .filter(value -> !isSame(value, says));
  }

  private static boolean isSame(String drawn, String says) {
    Optional<BigDecimal> sum = number(says);
    Optional<BigDecimal> copy = number(drawn);
    return drawn.equals(says)
        || (sum.isPresent() && copy.isPresent() && sum.get().compareTo(copy.get()) == 0);
  }

  private static Optional<BigDecimal> number(String written) {
    return written.matches("-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?")
        ? Optional.of(new BigDecimal(written))
        : ShownSums.sum(written);
  }
}
