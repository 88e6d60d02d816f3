package org.spendreturns.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an edition was made from: with the archive, enough to make it again.
 *
 * @param body the body's id
 * @param topic the topic's id
 * @param years as {@code 2012-13..2014-15}
 * @param edition its number, from 1
 * @param replaces the number of the edition before; 0 for the first
 * @param contentDigest digest of all that the return says, its instant apart
 * @param asKnownAt the instant whose knowledge it shows
 * @param software name and version of the program
 * @param rulebook name of the rulebook's edition
 * @param decisions ids of the decisions by people that were known
 * @param inputs every file that was used, by path
 * @param templates every template file, by name
 */
public record Manifest(
    String body,
    String topic,
    String years,
    int edition,
    int replaces,
    String contentDigest,
    Instant asKnownAt,
    String software,
    String rulebook,
    List<String> decisions,
    List<Input> inputs,
    List<Input> templates) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Keeps its own copies. */
  public Manifest {
    decisions = List.copyOf(decisions);
    inputs = List.copyOf(inputs);
    templates = List.copyOf(templates);
  }

  /** A file by path and digest. */
  public record Input(String path, String sha256) {}

  void write(Path file) throws IOException {
    Files.write(file, (JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  static Manifest read(Path file) throws IOException {
    try {
      return JSON.readValue(Files.readAllBytes(file), Manifest.class);
    } catch (JacksonException fault) {
      throw new IOException(
          "%s: is no manifest of an edition; restore the edition from its backup".formatted(file),
          fault);
    }
  }
}
