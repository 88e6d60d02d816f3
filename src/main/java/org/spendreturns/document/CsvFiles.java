package org.spendreturns.document;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.spendreturns.document.DataTable.Column;
import org.spendreturns.document.DataTable.Count;
import org.spendreturns.document.DataTable.Datum;
import org.spendreturns.document.DataTable.Day;
import org.spendreturns.document.DataTable.Kind;
import org.spendreturns.document.DataTable.Link;
import org.spendreturns.document.DataTable.Sum;
import org.spendreturns.document.DataTable.Text;
import org.spendreturns.document.DataTable.Worth;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Value;
import org.spendreturns.returns.Wording;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes tables as CSV (RFC 4180, UTF-8 without a mark, the profile of the UK's tabular data
 * standard), and what their columns are as CSV on the Web.
 *
 * <p>A sum is a plain decimal in pounds, a day {@code yyyy-MM-dd}; a cell without is empty, and the
 * column beside it says in words why. A text that a spreadsheet would take for a formula has an
 * apostrophe before it.
 */
final class CsvFiles {

  /** The file that describes the others. */
  static final String METADATA = "csv-metadata.json";

  private static final String FORMULA_BEGINS = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

  private final Wording wording;

  CsvFiles(Wording wording) {
    this.wording = wording;
  }

  /** The tables' files, then the one that describes them. */
  List<DataFile> write(Return filing) {
    List<DataTable> tables = new DataCopy(filing, wording).files();
    List<DataFile> files = new ArrayList<>();
    for (DataTable table : tables) {
      files.add(
          new DataFile(
              name(table.id()),
              "text/csv",
              "file." + table.id(),
              out -> write(head(table), records(table), out)));
    }
    files.add(DataFile.of(METADATA, "application/json", "file.csvw", metadata(filing, tables)));
    return files;
  }

  /** {@code contractsByYear} becomes {@code contracts-by-year.csv}. */
  static String name(String table) {
    return table.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + ".csv";
  }

  private List<String> head(DataTable table) {
    List<String> head = new ArrayList<>();
    for (Column column : table.columns()) {
      head.add(column.title());
      if (column.kind() == Kind.WORTH) {
        head.add(wording.say("column.inWords", column.title()));
      }
    }
    return head;
  }

  private Iterable<List<String>> records(DataTable table) {
    return () ->
        StreamSupport.stream(table.rows().spliterator(), false)
            .map(
                row -> {
                  List<String> cells = new ArrayList<>();
                  row.forEach(datum -> add(datum, cells));
                  return cells;
                })
            .iterator();
  }

  /** Writes a table, record after record. */
  static void write(List<String> head, Iterable<List<String>> records, Writer out)
      throws IOException {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
    csv.writeRecord(head);
    for (List<String> record : records) {
      csv.writeRecord(record);
    }
    csv.flush();
  }

  private void add(Datum datum, List<String> cells) {
    if (datum instanceof Worth worth) {
      cells.add(number(worth.value()));
      cells.add(worth.value() instanceof Value.Amount ? "" : wording.words(worth.value()));
    } else if (datum instanceof Sum sum) {
      cells.add(sum.amount().toString());
    } else if (datum instanceof Count count) {
      cells.add(Long.toString(count.number()));
    } else if (datum instanceof Day day) {
      cells.add(day.day().toString());
    } else if (datum instanceof Text words) {
      cells.add(safe(words.text()));
    } else if (datum instanceof Link link) {
      cells.add(safe(link.text()));
    }
  }

  private static String number(Value value) {
    if (value instanceof Value.Amount amount) {
      return amount.money().toString();
    }
    return value instanceof Value.AtLeast atLeast ? atLeast.money().toString() : "";
  }

  /** A text as a cell, which no spreadsheet takes for a formula. */
  static String safe(String text) {
    if (text.equals(DataCopy.NOT_APPLICABLE) || text.equals(DataCopy.NOT_AVAILABLE)) {
      return "";
    }
    return !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private String metadata(Return filing, List<DataTable> tables) {
    JsonMapper mapper = JsonMapper.shared();
    ObjectNode group = mapper.createObjectNode();
    group.put("@context", "http://www.w3.org/ns/csvw");
    group.put("dc:title", filing.heading().title());
    group.put("dc:creator", filing.heading().bodyName());
    group.put("dc:language", wording.language());
    ArrayNode all = group.putArray("tables");
    for (DataTable table : tables) {
      ObjectNode described = all.addObject();
      described.put("url", name(table.id()));
      described.put("dc:title", wording.say("title." + table.id()));
      ArrayNode columns = described.putObject("tableSchema").putArray("columns");
      for (Column column : table.columns()) {
        describe(columns.addObject(), column.id(), column.title(), datatype(column.kind()));
        if (column.kind() == Kind.WORTH) {
          String title = wording.say("column.inWords", column.title());
          describe(columns.addObject(), column.id() + "Says", title, "string");
        }
      }
    }
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(group) + "\n";
  }

  private static void describe(ObjectNode column, String name, String title, String datatype) {
    column.put("name", name);
    column.put("titles", title);
    column.put("datatype", datatype);
  }

  private static String datatype(Kind kind) {
    return switch (kind) {
      case WORTH, SUM -> "decimal";
      case COUNT -> "integer";
      case DAY -> "date";
      case TEXT -> "string";
    };
  }
}
