package org.spendreturns.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.cos.ICOSVisitor;

/** Tells each cell of each table its headers: the column's, the group's and the row's. */
final class TableHeaders {

  private static final String TABLE = "Table";
  private static final COSName HEADERS = COSName.getPDFName("Headers");
  private static final COSName SCOPE_KEY = COSName.getPDFName(StructureTags.SCOPE_KEY);

  private final List<COSDictionary> named = new ArrayList<>(); // in the order of their names
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
    tree.nameElements(headers.named);
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
      List<COSString> headers = new ArrayList<>();
      if (column < columns.size()) {
        headers.add(columns.get(column));
      }
      headers.addAll(group);
      headers.addAll(rowHeader);
      if (isHeader(cell)) {
        rowHeader = List.of(name(cell));
      }
      if (!headers.isEmpty()) {
        head(cell, List.copyOf(headers));
      }
    }
  }

  private static void head(COSDictionary cell, List<COSString> headers) {
    if (cell.containsKey(COSName.A)) {
      StructureTree.attribute(cell, TABLE).setItem(HEADERS, new COSArray(headers));
    } else {
      cell.setItem(COSName.A, new OnlyHeaders(headers));
    }
  }

  /**
   * The attributes of a cell that has no others, made when they are written: nearly every cell of a
   * long return has such, and as a dictionary they would take ten times the room.
   */
  private static final class OnlyHeaders extends COSBase {
    private final List<COSString> headers;

    OnlyHeaders(List<COSString> headers) {
      this.headers = headers;
    }

    @Override
    public void accept(ICOSVisitor visitor) throws IOException {
      COSDictionary attributes = StructureTree.attributes(TABLE);
      attributes.setItem(HEADERS, new COSArray(headers));
      visitor.visitFromDictionary(attributes);
    }
  }

  private static boolean isHeader(COSDictionary cell) {
    return StructureTree.role(cell).equals("TH");
  }

  /** Names a header cell, and says which way it heads. */
  private COSString name(COSDictionary cell) {
    named.add(cell);
    COSString written = new COSString("t" + padded(tables) + "h" + padded(named.size()));
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
