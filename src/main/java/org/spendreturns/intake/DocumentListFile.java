package org.spendreturns.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spendreturns.returns.Return.PlanDocument;

/** Reads the YAML file that lists a body's plans, strategies and other public documents. */
public final class DocumentListFile {

  private DocumentListFile() {}

  /**
   * The list of one body.
   *
   * @param bodyId the body that it belongs to
   * @param documents in file order
   */
  public record DocumentList(String bodyId, List<PlanDocument> documents) {
    /** Keeps its own copy. */
    public DocumentList {
      documents = List.copyOf(documents);
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
    list.allow("body", "documents");
    List<PlanDocument> documents = new ArrayList<>();
    for (YamlNode node : list.items("documents")) {
      node.allow("title", "publisher", "dated", "says", "address", "copy");
      documents.add(
          new PlanDocument(
              node.text("title"),
              node.textOrEmpty("publisher"),
              node.textOrEmpty("dated"),
              node.textOrEmpty("says"),
              node.text("address"),
              node.find("copy").isPresent() ? digest(file, node.get("copy")) : ""));
    }
    return new DocumentList(list.text("body"), documents);
  }

  private static String digest(Path list, YamlNode copy) throws IOException {
    Path folder = list.toAbsolutePath().normalize().getParent();
    Path file = folder == null ? Path.of(copy.text()) : folder.resolve(copy.text()).normalize();
    if (folder == null || !file.startsWith(folder) || !Files.isRegularFile(file)) {
      throw copy.fault(
          "copy '%s' is not a file beside this list or in a folder below it"
              .formatted(copy.text()));
    }
    return TextFile.digest(Files.readAllBytes(file));
  }
}
