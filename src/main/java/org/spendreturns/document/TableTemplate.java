package org.spendreturns.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import net.sf.jasperreports.engine.JRBand;
import net.sf.jasperreports.engine.JRChild;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRGroup;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRDesignField;
import net.sf.jasperreports.engine.design.JRDesignFrame;
import net.sf.jasperreports.engine.design.JRDesignPropertyExpression;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JasperDesign;
import org.spendreturns.document.Block.Column;
import org.spendreturns.document.Block.ColumnKind;
import org.spendreturns.document.Block.Table;
import org.spendreturns.returns.Passage;

/**
 * Lays the cells of {@code table.jrxml} out for the columns of one table.
 *
 * <p>The template holds each kind of cell once in each kind of row; here a row gets as many as the
 * table has columns, in widths by their shares, and each cell its field.
 */
final class TableTemplate {

  /** A table of no more rows is not torn between pages. */
  private static final int ROWS_KEPT_WHOLE = 9;

  /** A longer one begins only where as many rows fit below its head. */
  private static final int ROWS_BEGUN = 3;

  private static final int HEAD_POINTS = 40; // caption and head
  private static final int LINE_POINTS = 11;
  private static final int PADDING_POINTS = 4; // above and below a row's lines
  private static final int TABLE_POINTS = 493; // from margin to margin
  private static final int MARGIN_POINTS = 7; // beside the words of a head
  private static final int LETTERS_IN_A_HUNDRED_POINTS = 20; // of a width, with what wraps early
  private static final int PAGE_POINTS = 660; // no table can ask for more
  private static final int STEP_POINTS = 20; // so that few shapes differ by this alone

  private static final String HEAD = "head";
  private static final String COLSPAN = "net.sf.jasperreports.export.pdf.tag.colspan";

  private final JasperDesign design;
  private final Shape shape;

  private TableTemplate(JasperDesign design, Shape shape) {
    this.design = design;
    this.shape = shape;
  }

  /**
   * All that decides where a table's cells stand: tables of one shape share one report.
   *
   * @param pointsKept the height that must be free where the table begins
   * @param kinds what the columns hold, from left to right
   * @param shares the columns' parts of the width
   * @param isMixed whether a cell's text is in another language than the document
   */
  record Shape(int pointsKept, List<ColumnKind> kinds, List<Integer> shares, boolean isMixed) {
    static Shape of(Table table, ToDoubleFunction<String> headPoints) {
      return new Shape(
          pointsKept(table),
          table.columns().stream().map(Column::kind).toList(),
          shares(table.columns(), headPoints),
          table.rows().stream()
              .anyMatch(row -> row.cells().stream().anyMatch(Passage::isInEnglish)));
    }

    /** The columns' own shares; if a word of a head is longer than its column, what fits it. */
    private static List<Integer> shares(List<Column> columns, ToDoubleFunction<String> headPoints) {
      List<Integer> shares = columns.stream().map(Column::share).toList();
      int all = shares.stream().mapToInt(Integer::intValue).sum();
      int[] widths = shares.stream().mapToInt(share -> TABLE_POINTS * share / all).toArray();
      int[] needed =
          columns.stream().mapToInt(column -> longestWord(column.title(), headPoints)).toArray();
      int lacking = 0;
      int spare = 0;
      for (int column = 0; column < widths.length; column++) {
        lacking += Math.max(0, needed[column] - widths[column]);
        spare += Math.max(0, widths[column] - needed[column]);
      }
      if (lacking == 0 || lacking > spare) {
        return shares;
      }
      for (int column = 0; column < widths.length; column++) {
        int own = widths[column] - needed[column];
        widths[column] = own < 0 ? needed[column] : widths[column] - own * lacking / spare;
      }
      return Arrays.stream(widths).boxed().toList();
    }

    private static int longestWord(String title, ToDoubleFunction<String> headPoints) {
      return Arrays.stream(title.split(" "))
          .mapToInt(word -> (int) Math.ceil(headPoints.applyAsDouble(word)) + MARGIN_POINTS)
          .max()
          .orElse(0);
    }

    /** The height that must be free where a table begins, lest it begin on the next page. */
    static int pointsKept(Table table) {
      int rows = table.rows().size() <= ROWS_KEPT_WHOLE ? table.rows().size() : ROWS_BEGUN;
      int points = HEAD_POINTS;
      for (Block.Row row : table.rows().subList(0, rows)) {
        int lines = lines(row, table.columns()) + (row.link().isPresent() ? 1 : 0);
        points += PADDING_POINTS + lines * LINE_POINTS;
      }
      return Math.min(PAGE_POINTS, (points / STEP_POINTS + 1) * STEP_POINTS);
    }

    /** How many lines the highest cell of a row takes, or nearly. */
    private static int lines(Block.Row row, List<Column> columns) {
      int shares = columns.stream().mapToInt(Column::share).sum();
      int most = 1;
      for (int cell = 0; cell < row.cells().size(); cell++) {
        int share = row.cells().size() == 1 ? shares : columns.get(cell).share();
        int letters =
            Math.max(1, TABLE_POINTS * share / shares * LETTERS_IN_A_HUNDRED_POINTS / 100);
        most = Math.max(most, (row.cells().get(cell).length() + letters - 1) / letters);
      }
      return most;
    }

    /** Where each column begins, and where the last ends. */
    int[] edges(int width) {
      int all = shares.stream().mapToInt(Integer::intValue).sum();
      int[] edges = new int[shares.size() + 1];
      int before = 0;
      for (int column = 0; column < shares.size(); column++) {
        before += shares.get(column);
        edges[column + 1] = width * before / all;
      }
      return edges;
    }
  }

  /**
   * Changes the template's design into the report of a shape.
   *
   * @param design read from {@code table.jrxml}, and used for nothing else
   * @throws JRException if the template has a field that the program gives
   * @throws IllegalArgumentException if the template lacks a cell that the shape needs
   */
  static void layOut(JasperDesign design, Shape shape) throws JRException {
    TableTemplate template = new TableTemplate(design, shape);
    template.addFields();
    for (JRGroup group : design.getGroups()) {
      if ("Table".equals(group.getName())) {
        group.setMinHeightToStartNewPage(shape.pointsKept());
      }
      if ("Head".equals(group.getName())) {
        template.layOutRow((JRDesignBand) group.getGroupHeaderSection().getBands()[0]);
      }
    }
    for (JRBand band : design.getDetailSection().getBands()) {
      template.layOutRow((JRDesignBand) band);
    }
  }

  /** The field of a cell. */
  static String field(int column) {
    return "cell" + column;
  }

  /** The field of a column's title. */
  static String headField(int column) {
    return HEAD + column;
  }

  /** The field that says whether a cell holds an address that can be followed. */
  static String linkField(int column) {
    return "link" + column;
  }

  /** The field of the address. */
  static String targetField(int column) {
    return "target" + column;
  }

  /** The field that says whether it holds other words. */
  static String plainField(int column) {
    return "plain" + column;
  }

  private void addFields() throws JRException {
    for (int column = 0; column < shape.kinds().size(); column++) {
      addField(field(column), String.class);
      addField(BlockSource.languageField(field(column)), String.class);
      addField(headField(column), String.class);
      addField(linkField(column), Boolean.class);
      addField(targetField(column), String.class);
      addField(plainField(column), Boolean.class);
    }
  }

  private void addField(String name, Class<?> type) throws JRException {
    JRDesignField field = new JRDesignField();
    field.setName(name);
    field.setValueClass(type);
    design.addField(field);
  }

  private void layOutRow(JRDesignBand band) {
    JRDesignFrame row =
        Arrays.stream(band.getElements())
            .filter(JRDesignFrame.class::isInstance)
            .map(JRDesignFrame.class::cast)
            .findFirst()
            .orElseThrow(() -> missing("a frame in every band"));
    if ("group".equals(row.getKey())) {
      layOutGroup(row);
      return;
    }
    Map<String, JRDesignTextField> cells = new HashMap<>();
    List<JRChild> stencils = new ArrayList<>(row.getChildren());
    for (JRChild child : stencils) {
      JRDesignTextField cell = (JRDesignTextField) child;
      cells.put(String.valueOf(cell.getKey()), cell);
      row.removeElement(cell);
    }
    int[] edges = shape.edges(row.getWidth());
    for (int column = 0; column < shape.kinds().size(); column++) {
      ColumnKind kind = shape.kinds().get(column);
      if (kind == ColumnKind.LINK && "body".equals(row.getKey())) {
        JRDesignTextField link = stencil(cells, "link", row);
        place(link, column, edges, field(column));
        link.setHyperlinkReferenceExpression(expression(targetField(column)));
        link.setPrintWhenExpression(expression(linkField(column)));
        row.addElement(link);
        JRDesignTextField words = stencil(cells, "plain-link", row);
        place(words, column, edges, field(column));
        words.setPrintWhenExpression(expression(plainField(column)));
        row.addElement(words);
      } else {
        boolean isHead = "head".equals(row.getKey());
        JRDesignTextField cell = stencil(cells, key(kind), row);
        place(cell, column, edges, isHead ? headField(column) : field(column));
        row.addElement(cell);
      }
    }
  }

  /** One header over all columns, with what may lead elsewhere on its last line. */
  private void layOutGroup(JRDesignFrame row) {
    if (row.getElementByKey("whole") instanceof JRDesignFrame whole
        && whole.getElementByKey("words") instanceof JRDesignTextField words) {
      whole.getPropertiesMap().setProperty(COLSPAN, String.valueOf(shape.kinds().size()));
      fill(words, field(0));
    } else {
      throw missing("a frame 'whole' with a text field 'words' in the frame 'group'");
    }
  }

  private void place(JRDesignTextField cell, int column, int[] edges, String field) {
    cell.setX(edges[column]);
    cell.setWidth(edges[column + 1] - edges[column]);
    fill(cell, field);
  }

  private void fill(JRDesignTextField cell, String field) {
    cell.setExpression(expression(field));
    if (shape.isMixed() && !field.startsWith(HEAD)) {
      JRDesignPropertyExpression language = new JRDesignPropertyExpression();
      language.setName(StructureTags.LANGUAGE);
      language.setValueExpression(expression(BlockSource.languageField(field)));
      cell.addPropertyExpression(language);
    }
  }

  private static JRDesignExpression expression(String field) {
    return new JRDesignExpression("$F{%s}".formatted(field));
  }

  private static String key(ColumnKind kind) {
    return switch (kind) {
      case ROW_HEADER -> "row-header";
      case TEXT, LINK -> "text";
      case NUMBER -> "number";
    };
  }

  private static JRDesignTextField stencil(
      Map<String, JRDesignTextField> cells, String key, JRDesignFrame row) {
    JRDesignTextField cell = cells.get(key);
    if (cell == null) {
      throw missing("a text field with key '%s' in the frame '%s'".formatted(key, row.getKey()));
    }
    return (JRDesignTextField) cell.clone();
  }

  private static IllegalArgumentException missing(String what) {
    return new IllegalArgumentException("expected " + what + ", found none");
  }
}
