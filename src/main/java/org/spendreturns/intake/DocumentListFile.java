package org.spendreturns.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.spendreturns.archive.Sha256;
import org.spendreturns.money.Money;
import org.spendreturns.returns.Return.PlanDocument;
import org.spendreturns.returns.YearTable;

/**
 * Reads the YAML file that lists a body's plans, strategies and other public documents, and the
 * tables of sums by year that it gives itself.
 */
public final class DocumentListFile {

  /** Of another kind than the web's, or a share's, a drive's or a folder's. */
  private static final Pattern IN_THE_HOUSE =
      Pattern.compile("(?i)(?!https?:|mailto:)[a-z][a-z0-9+.-]*:\\S.*|[\\\\/].*");

  private DocumentListFile() {}

  /**
   * The list of one body.
   *
   * @param bodyId the body that it belongs to
   * @param documents in file order
   * @param tables in file order
   */
  public record DocumentList(String bodyId, List<PlanDocument> documents, List<YearTable> tables) {
    /** Keeps its own copies. */
    public DocumentList {
      documents = List.copyOf(documents);
      tables = List.copyOf(tables);
    }
  }

  /**
   * Reads it, and the digest of each copy that it names; a key that is not known is refused.
   *
   * @throws FaultyInputException with each fault's place, thing found and thing expected
   * @throws IOException if the file, or a copy, cannot be read at all
   */
  public static DocumentList read(Path file) throws IOException {
    TextFile source = TextFile.read(file);
    YamlNode list = YamlNode.parse(source.name(), source.text());
    list.allow("body", "documents", "tables");
    List<PlanDocument> documents = new ArrayList<>();
    for (YamlNode node : list.items("documents")) {
      node.inWelshToo("title", "publisher", "dated", "says")
          .allow("title", "publisher", "dated", "says", "address", "copy", "checked-on");
      documents.add(
          new PlanDocument(
              node.text("title"),
              node.textOrEmpty("publisher"),
              node.textOrEmpty("dated"),
              node.textOrEmpty("says"),
              address(node.get("address")),
              node.find("copy").isPresent() ? digest(file, node.get("copy")) : "",
              node.find("checked-on").map(YamlNode::date)));
    }
    return new DocumentList(
        list.text("body"),
        documents,
        list.items("tables").stream().map(DocumentListFile::table).toList());
  }

  /** Where anybody can find a document: on the web, or a place in words. */
  private static String address(YamlNode node) {
    String address = node.text();
    if (IN_THE_HOUSE.matcher(address).matches()) {
      throw node.fault(
          "address '%s' leads into the house; expected one on the web, as https://…, or in words"
                  .formatted(address)
              + " where the document can be seen");
    }
    return address;
  }

  private static YearTable table(YamlNode node) {
    node.inWelshToo("title", "source").allow("title", "source", "years", "rows");
    List<YearTable.Row> rows = node.items("rows").stream().map(DocumentListFile::row).toList();
    try {
      return new YearTable(
          node.text("title"),
          node.textOrEmpty("source"),
          List.copyOf(Choice.years(node.get("years"))),
          rows);
    } catch (IllegalArgumentException fault) {
      throw node.fault(String.valueOf(fault.getMessage()));
    }
  }

  private static YearTable.Row row(YamlNode node) {
    node.inWelshToo("title").allow("title", "kind", "sums");
    return new YearTable.Row(
        node.text("title"),
        Choice.of(node.get("kind"), YearTable.Kind.class),
        node.items("sums").stream().map(DocumentListFile::sum).toList());
  }

  /** A sum; {@code -} or nothing where the body gives none. */
  private static Optional<Money> sum(YamlNode node) {
    if (node.text().isEmpty() || node.text().equals("-")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Money.parse(node.text()));
    } catch (IllegalArgumentException fault) {
      throw node.fault(String.valueOf(fault.getMessage()));
    }
  }

  private static String digest(Path list, YamlNode copy) throws IOException {
    Path folder = list.toAbsolutePath().normalize().getParent();
    Path file = folder == null ? Path.of(copy.text()) : folder.resolve(copy.text()).normalize();
    if (folder == null || !file.startsWith(folder) || !Files.isRegularFile(file)) {
      throw copy.fault(
          "copy '%s' is not a file beside this list or in a folder below it"
              .formatted(copy.text()));
    }
    return Sha256.of(file);
  }
}
