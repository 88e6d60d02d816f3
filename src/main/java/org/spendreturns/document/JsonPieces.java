package org.spendreturns.document;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes and reads JSON of which some lists are too long to be in memory as a whole. */
final class JsonPieces {

  private JsonPieces() {}

  /** Writes the elements of a list, one after the other. */
  interface Elements {
    void writeTo(JsonGenerator json);
  }

  /**
   * Writes an object, with a line end.
   *
   * @param root the object; in the place of each long list it has an empty one
   * @param longLists what writes their elements, by the property's name
   */
  static void write(ObjectNode root, Map<String, Elements> longLists, Writer out)
      throws IOException {
    try (JsonGenerator json =
        JsonMapper.shared()
            .writerWithDefaultPrettyPrinter()
            .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .createGenerator(out)) {
      json.writeStartObject();
      for (Map.Entry<String, JsonNode> property : root.properties()) {
        json.writeName(property.getKey());
        Elements elements = longLists.get(property.getKey());
        if (elements == null) {
          json.writeTree(property.getValue());
        } else {
          json.writeStartArray();
          elements.writeTo(json);
          json.writeEndArray();
        }
      }
      json.writeEndObject();
    }
    out.write("\n");
  }

  /** Reads each element of the list at hand by itself; what is no list is passed over. */
  static void each(JsonParser json, Runnable element) {
    if (json.isExpectedStartArrayToken()) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        element.run();
      }
    }
    json.skipChildren();
  }

  /** Reads each property of the object at hand by itself; what is no object is passed over. */
  static void properties(JsonParser json, Consumer<String> property) {
    if (json.isExpectedStartObjectToken()) {
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        property.accept(name);
      }
    }
    json.skipChildren();
  }
}
