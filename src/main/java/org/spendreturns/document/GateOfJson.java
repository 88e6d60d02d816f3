package org.spendreturns.document;

import java.io.InputStream;
import java.util.regex.Pattern;
import org.spendreturns.ledger.Unseen;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Opens a JSON file, text after text: it may be long. */
final class GateOfJson {

  private static final Pattern IN_THE_HOUSE =
      Pattern.compile(
          "(?i)file:/.*|\\\\\\\\\\w.*|[a-z]:[\\\\/]\\w.*|/(?:home|users|root|tmp|var)/.*");
  private static final Pattern NAMES_SOMEBODY =
      Pattern.compile("(?i)author|creator|(?:last)?modifiedBy|createdBy|owner|user(?:name)?");

  private final Gate.Faults faults;

  GateOfJson(Gate.Faults faults) {
    this.faults = faults;
  }

  void open(InputStream in) {
    try (JsonParser json = JsonMapper.shared().createParser(in)) {
      JsonToken token = json.nextToken();
      while (token != null) {
        if (token == JsonToken.VALUE_STRING) {
          text(json, json.getString());
        } else if (token == JsonToken.PROPERTY_NAME && Unseen.isIn(json.currentName())) {
          faults.add(place(json), "its name holds what nobody sees; write it without");
        }
        token = json.nextToken();
      }
    } catch (JacksonException fault) {
      faults.add("", "not JSON that can be opened, so nothing vouches for it");
    }
  }

  private void text(JsonParser json, String text) {
    if (Unseen.isIn(text.strip())) {
      faults.add(
          place(json),
          "'%s' holds what nobody sees; write it without"
              .formatted(GateOfTable.brief(text.strip())));
    } else if (IN_THE_HOUSE.matcher(text).matches()) {
      faults.add(
          place(json),
          "leads to '%s', in the house; leave it out".formatted(GateOfTable.brief(text)));
    } else if (NAMES_SOMEBODY.matcher(String.valueOf(json.currentName())).matches()) {
      GateOfArchive.person(String.valueOf(json.currentName()), text, faults);
    }
  }

  private static String place(JsonParser json) {
    return json.streamReadContext().pathAsPointer().toString();
  }
}
