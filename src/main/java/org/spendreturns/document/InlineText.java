package org.spendreturns.document;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.xml.stream.XMLStreamReader;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTColor;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTRElt;

/** The parts of a text that stands in its cell, each with its own looks. */
final class InlineText {

  private final List<CTRElt> runs = new ArrayList<>();

  void clear() {
    runs.clear();
  }

  /** Takes the beginning of an element of a part: {@code r}, {@code color}, {@code sz}. */
  void begin(String element, XMLStreamReader xml) {
    if (element.equals("r")) {
      CTRElt run = CTRElt.Factory.newInstance();
      run.setT("");
      run.addNewRPr();
      runs.add(run);
    } else if (!runs.isEmpty() && element.equals("color")) {
      colour(runs.get(runs.size() - 1).getRPr().addNewColor(), xml);
    } else if (!runs.isEmpty() && element.equals("sz")) {
      String points = OpenDocumentRows.attribute(xml, "val");
      if (!points.isEmpty()) {
        runs.get(runs.size() - 1).getRPr().addNewSz().setVal(Double.parseDouble(points));
      }
    }
  }

  private static void colour(CTColor colour, XMLStreamReader xml) {
    String rgb = OpenDocumentRows.attribute(xml, "rgb");
    String theme = OpenDocumentRows.attribute(xml, "theme");
    String indexed = OpenDocumentRows.attribute(xml, "indexed");
    if (rgb.matches("([0-9A-Fa-f]{2}){3,4}")) {
      colour.setRgb(HexFormat.of().parseHex(rgb));
    } else if (!theme.isEmpty()) {
      colour.setTheme(Long.parseLong(theme));
    } else if (!indexed.isEmpty()) {
      colour.setIndexed(Long.parseLong(indexed));
    }
  }

  /** Takes what a part says. */
  void text(String text) {
    if (!runs.isEmpty()) {
      CTRElt last = runs.get(runs.size() - 1);
      last.setT(last.getT() + text);
    }
  }

  CTRElt[] runs() {
    return runs.toArray(CTRElt[]::new);
  }
}
