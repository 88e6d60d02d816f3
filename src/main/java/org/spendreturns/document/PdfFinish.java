package org.spendreturns.document;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.spendreturns.document.PdfAttachments.Attachment;

/**
 * Finishes the pages that the engine has set: what it cannot write, and what it writes anew at
 * every run. The outcome follows a {@link PdfStandard}, and looks as it did before.
 */
final class PdfFinish {

  private PdfFinish() {}

  /**
   * Writes the finished file.
   *
   * @param pages as the engine wrote them
   * @param file where to; replaced
   * @param data files for machines, to be attached
   */
  static void finish(Path pages, Path file, PdfIdentity identity, List<Attachment> data)
      throws IOException {
    try (PDDocument document =
        Loader.loadPDF(pages.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
      WholeWords.tidy(document); // before anything reads a font
      PageContents.tidy(document);
      FontSubsets.tidy(document);
      StructureTree tree = new StructureTree(document);
      tree.tidy();
      TableHeaders.write(tree);
      PageLinks.tie(document, tree);
      if (identity.standard().hasNamespaces()) {
        tree.nameSpaces();
      }
      Bookmarks.write(document, tree, identity.standard());
      tree.writeParents();
      PdfAttachments.add(document, data, identity.asKnownAt());
      identity.write(document);
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        PackedWriter.write(document, out);
      }
    }
  }
}
