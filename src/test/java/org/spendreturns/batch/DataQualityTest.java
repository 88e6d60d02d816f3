package org.spendreturns.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spendreturns.batch.Reviews.By;
import org.spendreturns.returns.ExportDecision.Ruling;
import org.spendreturns.store.Editions.Address;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a return says of every line of every export, over a real database and real files. */
class DataQualityTest {

  private static final Instant NIGHT = Instant.parse("2026-11-23T02:00:00Z");
  private static final Address RETURN = Address.parse("nene-vale/sexual-violence/2014-15");
  private static final String HEADER = "Payment Date,Supplier Name,Purpose of Spend,Net Amount\n";
  private static final String LINE = "01/04/2014,Kingfisher,ISVA service,1250.00\n";

  @TempDir Path folder;

  @Test
  void saysWhatBecameOfEveryLineOfEveryExportAndNamesNobody() throws IOException {
    Installation place = Installation.withTheRulebook(folder);
    place.write("bodies/nene-vale.yaml", "id: nene-vale\nname: Nene Vale\nkind: pcc\n");
    String acme = "02/04/2014,Ms Ottoline Quillfeather,Locks,5.00\n";
    place.write(
        "ledgers/nene-vale/april.csv",
        "Spend\n" + HEADER + LINE + acme + acme + "31/04/2014,Acme,Keys,1.00\n,,Total,1261.00\n");
    place.write("ledgers/nene-vale/late.csv", HEADER + LINE + "05/05/2014,Acme,Keys,-2.00\n");
    place.write("ledgers/nene-vale/odd.csv", "When,To,What\n1,2,3\n4,5,6\n");
    place.write("ledgers/nene-vale/part.csv", HEADER + acme + "31/06/2014,Acme,Rope,9.00\n");
    Runs.Ended ended = place.run(NIGHT, Optional.empty(), Optional.of(RETURN));
    assertThat(Installation.needingAPerson(ended))
        .as("told although another export counts in its place, for that one may not have it")
        .contains(
            "part.csv:3: column Payment Date: '31/06/2014' is not a date from 1990 to 2099 written"
                + " like 31/03/2014");

    JsonNode first = quality(place, 1);

    assertThat(first.get("exports").values().stream().map(DataQualityTest::account))
        .containsExactly(
            "april.csv COUNTED : 4 = 3 + {\"BAD_DATE\":1} + 0 + 0, beside 1 1 1, 126000",
            "late.csv COUNTED : 2 = 1 + {} + 1 + 0, beside 0 1 0, -200",
            "odd.csv SET_ASIDE UNKNOWN_LAYOUT: null = null + null + null + null, beside null null"
                + " null, null",
            "part.csv REPLACED april.csv: 2 = 0 + {\"BAD_DATE\":1} + 1 + 0, beside 0 1 0, 0");
    JsonNode april = first.get("exports").get(0);
    assertThat(april.get("byMonth").toString())
        .isEqualTo("[{\"month\":\"2014-04\",\"lines\":3,\"pence\":126000}]");
    assertThat(april.get("byFinancialYear").toString())
        .isEqualTo("[{\"financialYear\":\"2014-15\",\"lines\":3,\"pence\":126000}]");
    assertThat(april.get("printedTotals").toString())
        .isEqualTo(
            "[{\"sheet\":\"\",\"line\":7,\"printedPence\":126100,\"readPence\":126000,"
                + "\"differencePence\":-100}]");
    assertThat(april.get("identical").toString()).isEqualTo("{\"groups\":1,\"lines\":2}");
    assertThat(first.get("exports").get(1).get("countedElsewhere").toString())
        .isEqualTo("[{\"file\":\"april.csv\",\"lines\":1,\"pence\":125000}]");
    assertThat(first.get("decided").isEmpty()).isTrue();
    assertThat(first.toString()).doesNotContain("Quillfeather", "Kingfisher");

    try (Runs runs = Runs.open(place.home(), Clock.fixed(NIGHT.plusSeconds(60), ZoneOffset.UTC))) {
      runs.exportRulings()
          .decide("late.csv", Ruling.BESIDE, "april.csv", new By("A. Officer", "Two rents", ""));
    }
    place.run(NIGHT.plusSeconds(120), Optional.empty(), Optional.of(RETURN));

    JsonNode second = quality(place, 2);
    assertThat(second.get("decided").toString())
        .isEqualTo(
            "[{\"id\":\"E-0001\",\"on\":\"2026-11-23\",\"said\":\"ledgers/nene-vale/late.csv and"
                + " ledgers/nene-vale/april.csv both count in full; lines that stand in both are"
                + " two payments each\",\"lines\":1,\"pence\":125000}]");
    assertThat(account(second.get("exports").get(1)))
        .isEqualTo("late.csv COUNTED : 2 = 2 + {} + 0 + 0, beside 0 1 0, 124800");
    assertThat(Files.readString(place.edition(RETURN, 2).resolve("return.html")))
        .contains("Data quality", "april.csv:7", "its columns are not known", "E-0001")
        .contains("1 export could not be read, and may hold payments of any year; see what")
        .contains("<dt>Contracts and grants</dt><dd>no records on file</dd>")
        .contains(
            "No contract register that could be read is on file, so there was no agreement to look at.")
        .contains("This body has given no text on internal review, complaint, re-use")
        .doesNotContain("Quillfeather", "A. Officer");
  }

  private static JsonNode quality(Installation place, int edition) throws IOException {
    String json = Files.readString(place.edition(RETURN, edition).resolve("return.json"));
    return JsonMapper.shared().readTree(json).get("method").get("quality");
  }

  private static String account(JsonNode export) {
    return "%s %s %s: %s = %s + %s + %s + %s, beside %s %s %s, %s"
        .formatted(
            export.get("file").asString(),
            export.get("use").asString(),
            export.get("because").asString(),
            export.get("lines"),
            export.get("accepted"),
            export.get("rejectedBy"),
            export.get("duplicates"),
            export.get("blank"),
            export.get("preamble"),
            export.get("columnNames"),
            export.get("totalRows"),
            export.get("pence"));
  }
}
