package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.money.Money;
import org.spendreturns.returns.Figure;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Section;
import org.spendreturns.returns.Value;
import org.spendreturns.returns.Wording;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DataFilesTest {

  private static final List<String> TABLES =
      List.of("summary.csv", "contracts.csv", "contracts-by-year.csv", "payments.csv");
  private static final Return FILING = InventedReturn.of(3, 20);

  @TempDir static Path folder;
  private static WrittenReturn written;

  @BeforeAll
  static void write() {
    written = WrittenReturn.of(FILING, folder);
  }

  @Test
  void theJsonFollowsItsPublishedSchema() throws IOException {
    List<Error> faults =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text("return.schema.json"))
            .validate(text("return.json"), InputFormat.JSON);
    assertThat(faults).isEmpty();
  }

  @Test
  void everyFigureIsInTheJsonWithItsKindAndPence() throws IOException {
    List<JsonNode> found = new ArrayList<>();
    collectFigures(JsonMapper.shared().readTree(text("return.json")), found);
    for (Figure figure : FILING.figures()) {
      assertThat(found)
          .anySatisfy(
              node -> {
                assertThat(node.get("id").asString()).isEqualTo(figure.id());
                assertThat(node.get("words").asString())
                    .isEqualTo(Wording.english().words(figure.value()));
                if (figure.value() instanceof Value.Amount amount) {
                  assertThat(node.get("pence").asLong()).isEqualTo(amount.money().pence());
                }
              });
    }
  }

  private static void collectFigures(JsonNode node, List<JsonNode> found) {
    if (node.has("formula")) {
      found.add(node);
    }
    node.forEach(child -> collectFigures(child, found));
  }

  @Test
  void theTableByYearHasARowForEachAgreementAndYearWithTheReturnsSums() throws IOException {
    List<NamedCsvRecord> rows = records("contracts-by-year.csv");
    int next = 0;
    for (Section section : FILING.sections()) {
      for (Section.Row row : section.rows()) {
        for (int year = 0; year < 3; year++) {
          NamedCsvRecord record = rows.get(next);
          assertThat(record.getField("Financial year"))
              .isEqualTo(FILING.heading().years().get(year).toString());
          assertWorth(record, "Awarded", row.awardedByYear().get(year).value());
          assertWorth(record, "Paid", row.paidByYear().get(year).value());
          next++;
        }
      }
    }
    assertThat(rows).hasSize(next);
  }

  private static void assertWorth(NamedCsvRecord record, String column, Value value) {
    String number = record.getField(column);
    String says = record.getField(column + " in words");
    if (value instanceof Value.Amount amount) {
      assertThat(Money.parse(number)).isEqualTo(amount.money());
      assertThat(says).isEmpty();
    } else {
      assertThat(says).isEqualTo(Wording.english().words(value));
      assertThat(number.isEmpty()).isEqualTo(!(value instanceof Value.AtLeast));
    }
  }

  @Test
  void aTextThatLooksLikeAFormulaHasAnApostropheBeforeIt() throws IOException {
    assertThat(records("contracts.csv"))
        .extracting(record -> record.getField("Organisation"))
        .contains("'=HYPERLINK(\"https://example.org\",\"Refund\")", "'@Home <Support> & Sons");
    for (String table : TABLES) {
      assertThat(records(table))
          .flatMap(NamedCsvRecord::getFields)
          .noneMatch(cell -> cell.matches("(?s)[=+@\\t\\r].*|-[^0-9].*"));
    }
  }

  @Test
  void everyColumnIsDescribedAndHoldsWhatItsDescriptionSays() throws IOException {
    JsonNode described = JsonMapper.shared().readTree(text("csv-metadata.json")).get("tables");
    assertThat(described).hasSize(TABLES.size());
    for (JsonNode table : described) {
      List<NamedCsvRecord> records = records(table.get("url").asString());
      JsonNode columns = table.get("tableSchema").get("columns");
      List<String> titles = new ArrayList<>();
      columns.forEach(column -> titles.add(column.get("titles").asString()));
      assertThat(records.get(0).getHeader()).isEqualTo(titles);
      for (JsonNode column : columns) {
        String title = column.get("titles").asString();
        String type = column.get("datatype").asString();
        assertThat(records)
            .extracting(record -> record.getField(title))
            .allMatch(cell -> cell.isEmpty() || isOfType(cell, type));
      }
    }
  }

  private static boolean isOfType(String cell, String type) {
    return switch (type) {
      case "decimal" -> cell.matches("-?[0-9]+\\.[0-9]{2}");
      case "integer" -> cell.matches("[0-9]+");
      case "date" -> LocalDate.parse(cell).toString().equals(cell);
      default -> true;
    };
  }

  @Test
  void tablesAreRfc4180InUtf8WithoutAMark() throws IOException {
    for (String table : TABLES) {
      String text = text(table);
      assertThat(text).endsWith("\r\n").doesNotStartWith("\uFEFF");
      assertThat(text.replace("\r\n", "")).doesNotContain("\r");
    }
    assertThat(text("contracts.csv")).contains("Dŵr-y-Felin a’r Tŷ Gŵydd");
  }

  @Test
  void thePdfHoldsTheSameFilesAsItsData() throws IOException {
    try (PDDocument document = Loader.loadPDF(written.bytes("return.pdf"))) {
      Map<String, PDComplexFileSpecification> attached =
          document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
      assertThat(attached.keySet())
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(TABLES.stream(), Stream.of("return.json", "csv-metadata.json"))
                  .toList());
      for (Map.Entry<String, PDComplexFileSpecification> each : attached.entrySet()) {
        assertThat(each.getValue().getEmbeddedFile().toByteArray())
            .isEqualTo(written.bytes(each.getKey()));
      }
      COSArray associated = document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.AF);
      assertThat(associated).hasSize(attached.size());
      for (int index = 0; index < associated.size(); index++) {
        COSDictionary file = (COSDictionary) associated.getObject(index);
        assertThat(file.getNameAsString("AFRelationship")).isEqualTo("Data");
      }
    }
  }

  private static List<NamedCsvRecord> records(String table) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve(table), StandardCharsets.UTF_8)) {
      return reader.stream().toList();
    }
  }

  private static String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }
}
