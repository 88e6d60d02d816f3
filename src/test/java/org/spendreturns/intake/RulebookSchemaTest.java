package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulebookSchemaTest {

  private static List<String> faults(String yaml) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(Path.of("src/main/resources/schema/rulebook.schema.json")),
                InputFormat.JSON);
    return schema.validate(yaml, InputFormat.YAML).stream().map(Object::toString).toList();
  }

  private static String published() throws IOException {
    return Files.readString(Path.of("input/rulebooks/sexual-violence/2026-11.yaml"));
  }

  @Test
  void theRulebookKeepsToThePublishedSchema() throws IOException {
    assertThat(faults(published())).isEmpty();
  }

  @Test
  void theProvidersFileKeepsToThePublishedSchema() throws IOException {
    String providers =
        Files.readString(Path.of("input/rulebooks/sexual-violence/providers-2026-11.yaml"));
    String head =
        """
        topic: t
        title: t
        edition: e
        in-force-from: 2026-11-01
        rules: []
        categories: [{id: A, numeral: (i), title: t}]
        """;
    assertThat(faults(head + providers)).isEmpty();
  }

  @Test
  void aSecondTopicKeepsToIt() throws IOException {
    assertThat(
            faults(
                Files.readString(
                    Path.of("src/test/resources/rulebooks/domestic-abuse/2026-11.yaml"))))
        .isEmpty();
  }

  @Test
  void theSchemaRefusesAnUnknownKeyToo() throws IOException {
    assertThat(faults(published() + "\nanything: else\n"))
        .anySatisfy(fault -> assertThat(fault).contains("anything"));
  }
}
