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
    List<String> columns = new ArrayList<>();
    String group = "";
    for (COSDictionary part : StructureTree.elements(table)) {
      for (COSDictionary row : StructureTree.elements(part)) {
        List<COSDictionary> cells = StructureTree.elements(row);
        if (StructureTree.role(part).equals("THead")) {
          cells.forEach(cell -> columns.add(name(cell)));
        } else if (cells.size() == 1 && isHeader(cells.get(0))) {
          group = name(cells.get(0));
        } else if (StructureTree.role(row).equals("TR")) {
          writeRow(cells, columns, group);
        }
      }
    }
  }

  private void writeRow(List<COSDictionary> cells, List<String> columns, String group) {
    String rowHeader = "";
    for (int column = 0; column < cells.size(); column++) {
      COSDictionary cell = cells.get(column);
      List<String> headers = new ArrayList<>();
      if (column < columns.size()) {
        headers.add(columns.get(column));
      }
      headers.add(group);
      headers.add(rowHeader);
      if (isHeader(cell)) {
        rowHeader = name(cell);
      }
      COSArray written = new COSArray();
      headers.stream()
          .filter(name -> !name.isEmpty())
          .forEach(name -> written.add(new COSString(name)));
      if (written.size() > 0) {
        StructureTree.attribute(cell, TABLE).setItem(COSName.getPDFName("Headers"), written);
      }
    }
  }

  private static boolean isHeader(COSDictionary cell) {
    return StructureTree.role(cell).equals("TH");
  }

  /** Names a header cell, and says which way it heads. */
  private String name(COSDictionary cell) {
    String name = "t%sh%s".formatted(padded(tables), padded(names.size() + 1));
    names.put(name, cell);
    cell.setItem(COSName.ID, new COSString(name));
    String scope = cell.getString(SCOPE_KEY);
    if (scope != null) {
      StructureTree.attribute(cell, TABLE).setName("Scope", scope);
      cell.removeItem(SCOPE_KEY);
    }
    return name;
  }

  /** Names must be in order in the file; with leading noughts they are. */
  private static String padded(int number) {
    String digits = String.valueOf(number);
    return "0".repeat(Math.max(0, 6 - digits.length())) + digits;
  }
}
