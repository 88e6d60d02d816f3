package org.spendreturns.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRField;
import org.jspecify.annotations.Nullable;
import org.spendreturns.document.Block.Chart;
import org.spendreturns.document.Block.Column;
import org.spendreturns.document.Block.ColumnKind;
import org.spendreturns.document.Block.Heading;
import org.spendreturns.document.Block.Item;
import org.spendreturns.document.Block.Notice;
import org.spendreturns.document.Block.Paragraph;
import org.spendreturns.document.Block.Row;
import org.spendreturns.document.Block.RowKind;
import org.spendreturns.document.Block.Table;
import org.spendreturns.returns.Passage;
import org.spendreturns.returns.Publication.Look;
import org.spendreturns.returns.Wording;

/** Gives records to a template, each a map from the template's fields to their values. */
final class BlockSource implements JRDataSource {

  /** A first paragraph of no more stays with its heading as a whole. */
  private static final int LETTERS_KEPT = 700;

  private final Iterator<Map<String, Object>> records;
  private Map<String, Object> record = Map.of();

  private BlockSource(Iterator<Map<String, Object>> records) {
    this.records = records;
  }

  /** The blocks of a document; a heading travels with the block below it. */
  static BlockSource of(List<Block> blocks, PageTemplates templates, Look look) {
    List<Map<String, Object>> records = new ArrayList<>();
    int chapter = 0;
    int list = 0;
    for (int index = 0; index < blocks.size(); index++) {
      Block block = blocks.get(index);
      Map<String, Object> record = new HashMap<>();
      if (block instanceof Heading heading && isOfText(index, blocks)) {
        record.put("isTextSection", true);
        record.put("section", heading.text());
        index++;
        block = blocks.get(index);
      } else if (block instanceof Heading heading) {
        chapter++;
        Optional<Heading> below = headingAt(index + 1, blocks).filter(each -> each.level() != 2);
        boolean isPart = heading.level() == 2;
        if (isPart) {
          record.put("isPart", true);
          record.put("heading", heading.text());
          index += below.isPresent() ? 1 : 0; // both stay with what follows
        }
        Optional<Heading> section = isPart ? below : Optional.of(heading);
        section.ifPresent(each -> record.put("section", each.text()));
        record.put("isSection", section.isPresent());
        boolean isAlone = index + 1 == blocks.size() || headingAt(index + 1, blocks).isPresent();
        if (!isAlone) {
          index++;
        }
        block = blocks.get(index);
        HeadingRoom.needed(isPart, section.isPresent(), blocks.subList(index, blocks.size()))
            .ifPresent(points -> record.put(HeadingRoom.field(points), true));
      }
      if (!(block instanceof Item && index > 0 && blocks.get(index - 1) instanceof Item)) {
        list++;
      }
      record.put("chapter", chapter);
      record.put("list", "list" + list);
      describe(block, record, "table" + index, templates, look);
      draw(record, templates);
      records.add(record);
    }
    return new BlockSource(records.iterator());
  }

  /** Whether a section is sentences and nothing else: it needs no more room than the first does. */
  private static boolean isOfText(int heading, List<Block> blocks) {
    boolean isSection = headingAt(heading, blocks).filter(each -> each.level() > 2).isPresent();
    int next = heading + 1;
    while (next < blocks.size() && blocks.get(next) instanceof Paragraph) {
      next++;
    }
    boolean ends = next == blocks.size() || headingAt(next, blocks).isPresent();
    return isSection
        && ends
        && next > heading + 1
        && blocks.get(heading + 1) instanceof Paragraph first
        && first.text().length() <= LETTERS_KEPT;
  }

  private static Optional<Heading> headingAt(int index, List<Block> blocks) {
    return index < blocks.size() && blocks.get(index) instanceof Heading heading
        ? Optional.of(heading)
        : Optional.empty();
  }

  private static void describe(
      Block block, Map<String, Object> record, String tableId, PageTemplates templates, Look look) {
    if (block instanceof Paragraph paragraph) {
      record.put("isParagraph", !record.containsKey("isTextSection"));
      record.put("text", paragraph.text());
    } else if (block instanceof Notice notice) {
      record.put("isNotice", true);
      record.put("text", notice.text());
    } else if (block instanceof Item item) {
      record.put("isItem", true);
      record.put("label", item.label());
      record.put("text", item.text());
    } else if (block instanceof Block.Key key) {
      record.put("isKey", true);
      for (int figure = 0; figure < key.figures().size(); figure++) {
        record.put("keyLabel" + figure, key.figures().get(figure).label());
        record.put("keyText" + figure, key.figures().get(figure).text());
      }
    } else if (block instanceof Chart chart) {
      record.put("isChart", true);
      record.put("caption", chart.title());
      record.put("text", chart.says());
      record.put("below", chart.below());
      record.put("chart", new ChartDrawing(chart, templates.chartFont(), look.headings()));
    } else if (block instanceof Table table) {
      record.put("isTable", true);
      record.put("tableId", tableId);
      record.put("caption", table.caption());
      record.put("hasCaption", !table.caption().isEmpty());
      record.put("hasHead", table.hasHead());
      record.put("table", templates.table(table, look));
      record.put("rows", rows(table, templates));
    }
  }

  /** The rows are made as they are asked for: there may be tens of thousands. */
  private static BlockSource rows(Table table, PageTemplates templates) {
    return new BlockSource(
        table.rows().stream().map(row -> row(row, table.columns(), templates)).iterator());
  }

  private static Map<String, Object> row(Row row, List<Column> columns, PageTemplates templates) {
    Map<String, Object> record = new HashMap<>();
    record.put("together", row.together());
    record.put("isGroup", row.kind() == RowKind.GROUP && row.link().isEmpty());
    record.put("isLinkedGroup", row.kind() == RowKind.GROUP && row.link().isPresent());
    record.put("isBody", row.kind() == RowKind.BODY);
    record.put("isTotal", row.kind() == RowKind.TOTAL);
    row.link()
        .ifPresent(
            link -> {
              record.put("linkWords", link.words());
              record.put("linkTarget", link.address());
            });
    for (int column = 0; column < columns.size(); column++) {
      record.put(TableTemplate.headField(column), columns.get(column).title());
    }
    for (int column = 0; column < row.cells().size(); column++) {
      String cell = marked(row.cells().get(column), columns.get(column).kind());
      boolean isHeader =
          columns.get(column).kind() == ColumnKind.ROW_HEADER && row.kind() != RowKind.TOTAL;
      record.put(TableTemplate.field(column), isHeader ? firstLineBold(cell) : cell);
      String target = columns.get(column).kind() == ColumnKind.LINK ? lastLine(cell) : "";
      record.put(TableTemplate.linkField(column), isAddress(target));
      record.put(TableTemplate.targetField(column), target);
      record.put(TableTemplate.plainField(column), !isAddress(target));
    }
    draw(record, templates);
    return record;
  }

  /** Where a link leads: its words stand above its address. */
  static String lastLine(String cell) {
    return cell.substring(cell.lastIndexOf('\n') + 1);
  }

  /** Marks of notes are not broken; below a sum, they leave it in line with the sums of others. */
  private static String marked(String cell, ColumnKind kind) {
    String whole = cell.replaceAll("\\[(\\p{L}+) (?=\\d+])", "[$1\u00a0");
    return kind == ColumnKind.NUMBER ? whole.replaceFirst(" (\\[\\p{L}+\u00a0)", "\n$1") : whole;
  }

  /** Sees to it that every text of a record can be drawn, and that English says that it is. */
  private static void draw(Map<String, Object> record, PageTemplates templates) {
    List<String> inEnglish =
        record.entrySet().stream()
            .filter(field -> field.getValue() instanceof String text && Passage.isInEnglish(text))
            .map(Map.Entry::getKey)
            .toList();
    inEnglish.forEach(field -> record.put(languageField(field), Wording.english().language()));
    boolean isChart = record.containsKey("isChart");
    record.replaceAll(
        (field, value) ->
            value instanceof String text
                ? isChart && field.equals("text") // it is heard, and not drawn
                    ? templates.drawable(text)
                    : WholeWords.kept(templates.drawable(text))
                : value);
  }

  /** The field with the language of another field's text, if it is not the document's. */
  static String languageField(String field) {
    return field + "Language";
  }

  /** Whether a text is an address on the web, and nothing else. */
  static boolean isAddress(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || lower.startsWith("http://");
  }

  private static String firstLineBold(String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    int end = escaped.indexOf('\n') < 0 ? escaped.length() : escaped.indexOf('\n');
    return "<style fontName=\"Source Sans SemiBold\">%s</style>%s"
        .formatted(escaped.substring(0, end), escaped.substring(end));
  }

  @Override
  public boolean next() {
    boolean hasNext = records.hasNext();
    if (hasNext) {
      record = records.next();
    }
    return hasNext;
  }

  @Override
  public @Nullable Object getFieldValue(JRField field) {
    Object value = record.get(field.getName());
    return value == null && field.getValueClass() == Boolean.class ? (Object) false : value;
  }
}
