package org.spendreturns.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.jspecify.annotations.Nullable;

/** The parts of an Excel workbook beside its sheets, and whether anything leads to each. */
final class WorkbookParts {

  /** Parts of the package that nobody sees in a sheet, by a piece of their path. */
  private static final Map<String, String> UNSEEN_PARTS = new LinkedHashMap<>();

  static {
    UNSEEN_PARTS.put("/xl/externalLinks/", "a link to another workbook, with what was last read");
    UNSEEN_PARTS.put("/xl/pivotCache/", "a pivot table’s copy of its source");
    UNSEEN_PARTS.put("/xl/vbaProject", "a macro");
    UNSEEN_PARTS.put("/xl/embeddings/", "an embedded object");
    UNSEEN_PARTS.put("/xl/media/", "a picture");
    UNSEEN_PARTS.put("/xl/comments", "comments");
    UNSEEN_PARTS.put("/xl/threadedComments", "comments");
    UNSEEN_PARTS.put("/xl/persons", "names of people who commented");
    UNSEEN_PARTS.put("/xl/connections", "a connection to a source of data");
    UNSEEN_PARTS.put("/xl/queryTables", "a query of a source of data");
    UNSEEN_PARTS.put("/xl/model/", "a data model");
    UNSEEN_PARTS.put("/xl/revisions/", "a history of changes");
    UNSEEN_PARTS.put("/customXml/", "hidden XML");
    UNSEEN_PARTS.put("/docProps/custom", "properties of its own");
    UNSEEN_PARTS.put("/docProps/thumbnail", "a picture of an earlier state");
  }

  /** Parts of which a sheet is made. */
  private static final Pattern KNOWN_PARTS =
      Pattern.compile(
          "/xl/(workbook|styles|sharedStrings|metadata|calcChain)\\.xml|/xl/theme/theme\\d*\\.xml"
              + "|/xl/worksheets/sheet\\d+\\.xml|/xl/tables/table\\d+\\.xml"
              + "|/xl/drawings/drawing\\d+\\.xml|/xl/charts/(chart|style|colors)\\d+\\.xml"
              + "|/docProps/(app|core)\\.xml|.*\\.rels");

  /** What elements of the parts hold that no cell shows. */
  private static final Map<String, String> UNSEEN_ELEMENTS =
      Map.of(
          "absPath", "the folder where it lay",
          "fileSharing", "the name of who keeps it from being changed",
          "customWorkbookView", "views that people saved");

  private final OPCPackage parts;
  private final Gate.Faults faults;

  WorkbookParts(OPCPackage parts, Gate.Faults faults) {
    this.parts = parts;
    this.faults = faults;
  }

  void open(Path file) throws IOException, OpenXML4JException, XMLStreamException {
    Set<String> reached = reached();
    Set<String> known = new HashSet<>(Set.of("/[content_types].xml"));
    for (PackagePart part : parts.getParts()) {
      String path = part.getPartName().getName();
      known.add(path.toLowerCase(Locale.ROOT));
      UNSEEN_PARTS.forEach(
          (piece, what) -> {
            if (path.startsWith(piece)) {
              faults.add(path, "holds %s; leave it out".formatted(what));
            }
          });
      boolean isNamed = UNSEEN_PARTS.keySet().stream().anyMatch(path::startsWith);
      if (!isNamed && !KNOWN_PARTS.matcher(path).matches()) {
        faults.add(path, "a part that no sheet needs; leave it out");
      } else if (!isNamed && !part.isRelationshipPart() && !reached.contains(path)) {
        faults.add(path, "a part that nothing in the workbook leads to; leave it out");
      }
      if (!part.isRelationshipPart()) {
        openLinks(path, part);
        openElements(path, part);
      }
    }
    openRest(file, known);
  }

  /** What the package holds, and the reader of its parts passes over. */
  private void openRest(Path file, Set<String> known) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      zip.stream()
          .filter(each -> !each.isDirectory())
          .map(ZipEntry::getName)
          .filter(
              name ->
                  !known.contains(
                      (name.startsWith("/") ? name : "/" + name).toLowerCase(Locale.ROOT)))
          .forEach(name -> faults.add(name, "a part that no sheet needs; leave it out"));
    }
  }

  private Set<String> reached() throws OpenXML4JException {
    Set<String> reached = new HashSet<>();
    Deque<PackageRelationshipCollection> left = new ArrayDeque<>();
    left.add(parts.getRelationships());
    while (!left.isEmpty()) {
      PackageRelationshipCollection links = left.removeLast();
      for (PackageRelationship link : links) {
        PackagePart part = link.getTargetMode() == TargetMode.EXTERNAL ? null : target(link);
        if (part != null && reached.add(part.getPartName().getName())) {
          left.add(part.getRelationships());
        }
      }
    }
    return reached;
  }

  private @Nullable PackagePart target(PackageRelationship link) throws OpenXML4JException {
    return parts.getPart(PackagingURIHelper.createPartName(link.getTargetURI()));
  }

  private void openLinks(String path, PackagePart part) throws OpenXML4JException {
    for (PackageRelationship link : part.getRelationships()) {
      String target = String.valueOf(link.getTargetURI());
      if (link.getTargetMode() == TargetMode.EXTERNAL
          && !target.matches("(?i)(https?:|mailto:).*")) {
        faults.add(
            path, "leads to '%s', in the house; leave it out".formatted(GateOfTable.brief(target)));
      }
    }
  }

  private void openElements(String path, PackagePart part) throws IOException, XMLStreamException {
    boolean isDrawing = path.startsWith("/xl/drawings/drawing");
    boolean isTable = path.startsWith("/xl/tables/");
    if (!isDrawing && !isTable && !path.equals("/xl/workbook.xml")) {
      return;
    }
    boolean isShape = false;
    try (InputStream in = part.getInputStream()) {
      XMLStreamReader xml = OpenDocumentRows.reader(in);
      while (xml.hasNext()) {
        xml.next();
        if (!xml.isStartElement()) {
          continue;
        }
        String element = xml.getLocalName();
        if (UNSEEN_ELEMENTS.containsKey(element)) {
          faults.add(path, "holds %s; leave it out".formatted(UNSEEN_ELEMENTS.get(element)));
        } else if (isTable && !OpenDocumentRows.attribute(xml, "comment").isEmpty()) {
          faults.add(path, "holds a comment on a table; leave it out");
        }
        boolean isHidden = OpenDocumentRows.attribute(xml, "hidden").matches("1|true");
        isShape |= isDrawing && (element.matches("sp|cxnSp|contentPart") || isHidden);
      }
    }
    if (isShape) {
      faults.add(path, "holds a text box or a shape, which is in no cell; leave it out");
    }
  }
}
