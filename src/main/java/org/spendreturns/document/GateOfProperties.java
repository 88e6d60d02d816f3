package org.spendreturns.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;

/** What a workbook says of itself beside its sheets. */
final class GateOfProperties {

  private final Gate.Faults faults;

  GateOfProperties(Gate.Faults faults) {
    this.faults = faults;
  }

  void open(POIXMLProperties properties) throws InvalidFormatException {
    PackagePropertiesPart core = properties.getCoreProperties().getUnderlyingProperties();
    String author = core.getCreatorProperty().orElse("");
    String modifier = core.getLastModifiedByProperty().orElse("");
    if (!modifier.isEmpty() && !modifier.equals(author)) {
      faults.add(
          "properties",
          "last changed by '%s', who is not the author '%s'; a person may be named"
              .formatted(modifier, author));
    }
    GateOfArchive.person("author", author, faults);
    Map<String, Optional<String>> unseen = new LinkedHashMap<>();
    unseen.put("description", core.getDescriptionProperty());
    unseen.put("keywords", core.getKeywordsProperty());
    unseen.put("subject", core.getSubjectProperty());
    unseen.put("category", core.getCategoryProperty());
    unseen.put("status", core.getContentStatusProperty());
    unseen.forEach((property, value) -> value.ifPresent(text -> unseen(property, text)));
    openProgram(properties);
  }

  private void unseen(String property, String value) {
    if (!value.isBlank()) {
      faults.add(
          "properties",
          "the %s is '%s', which no sheet shows; leave it out"
              .formatted(property, GateOfTable.brief(value)));
    }
  }

  private void openProgram(POIXMLProperties properties) {
    var more = properties.getExtendedProperties().getUnderlyingProperties();
    if (more.isSetManager()) {
      faults.add("properties", "name a manager, '%s'; leave it out".formatted(more.getManager()));
    }
    if (more.isSetCompany()) {
      GateOfArchive.person("company", more.getCompany(), faults);
    }
    if (more.isSetHyperlinkBase()) {
      unseen("address that links begin with", more.getHyperlinkBase());
    }
    if (more.isSetTemplate() && more.getTemplate().matches(".*[\\\\/].*")) {
      unseen("template", more.getTemplate());
    }
  }
}
