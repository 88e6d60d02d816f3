package org.spendreturns.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;

/** Tells each cell of each table its headers: the column's, the group's and the row's. */
final class TableHeaders {

  private static final String TABLE = "Table";
  private static final COSName HEADERS = COSName.getPDFName("Headers");
  private static final COSName SCOPE_KEY = COSName.getPDFName(StructureTags.SCOPE_KEY);

  private final Map<String, COSDictionary> names = new TreeMap<>();
  private int tables;

  private TableHeaders() {}

  static void write(StructureTree tree) {
    TableHeaders headers = new TableHeaders();
    tree.walk(
        element -> {
          if (StructureTree.role(element).equals(TABLE)) {
            headers.writeTable(element);
          }
        });
    tree.nameElements(headers.names);
  }

  private void writeTable(COSDictionary table) {
    tables++;
    List<COSString> columns = new ArrayList<>();
    List<COSString> group = List.of();
    for (COSDictionary part : StructureTree.elements(table)) {
      for (COSDictionary row : StructureTree.elements(part)) {
        List<COSDictionary> cells = StructureTree.elements(row);
        if (StructureTree.role(part).equals("THead")) {
          cells.forEach(cell -> columns.add(name(cell)));
        } else if (cells.size() == 1 && isHeader(cells.get(0))) {
          group = List.of(name(cells.get(0)));
        } else if (StructureTree.role(row).equals("TR")) {
          writeRow(cells, columns, group);
        }
      }
    }
  }

  private void writeRow(List<COSDictionary> cells, List<COSString> columns, List<COSString> group) {
    List<COSString> rowHeader = List.of();
    for (int column = 0; column < cells.size(); column++) {
      COSDictionary cell = cells.get(column);
      COSArray headers = new COSArray();
      if (column < columns.size()) {
        headers.add(columns.get(column));
      }
      group.forEach(headers::add);
      rowHeader.forEach(headers::add);
      if (isHeader(cell)) {
        rowHeader = List.of(name(cell));
      }
      if (headers.size() > 0) {
        StructureTree.attribute(cell, TABLE).setItem(HEADERS, headers);
      }
    }
  }

  private static boolean isHeader(COSDictionary cell) {
    return StructureTree.role(cell).equals("TH");
  }

  /** Names a header cell, and says which way it heads. */
  private COSString name(COSDictionary cell) {
    String name = "t" + padded(tables) + "h" + padded(names.size() + 1);
    names.put(name, cell);
    COSString written = new COSString(name);
    cell.setItem(COSName.ID, written);
    String scope = cell.getString(SCOPE_KEY);
    if (scope != null) {
      StructureTree.attribute(cell, TABLE).setName("Scope", scope);
      cell.removeItem(SCOPE_KEY);
    }
    return written;
  }

  /** Names must be in order in the file; with leading noughts they are. */
  private static String padded(int number) {
    String digits = String.valueOf(number);
    return "0".repeat(Math.max(0, 6 - digits.length())) + digits;
  }
}
