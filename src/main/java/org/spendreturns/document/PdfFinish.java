package org.spendreturns.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Finishes the pages that the engine has set: what it cannot write, and what it writes anew at
 * every run. The outcome follows a {@link PdfStandard}, and looks as it did before.
 */
final class PdfFinish {

  private PdfFinish() {}

  /**
   * The finished file.
   *
   * @param data files for machines, to be attached
   */
  static byte[] finish(
      byte[] pages,
      PdfStandard standard,
      ReadingCopy copy,
      String language,
      Instant asKnownAt,
      List<DataFile> data)
      throws IOException {
    try (PDDocument document = Loader.loadPDF(pages)) {
      PageContents.tidy(document);
      FontSubsets.tidy(document);
      StructureTree tree = new StructureTree(document);
      tree.tidy();
      TableHeaders.write(tree);
      Map<COSDictionary, PageText> texts = new HashMap<>();
      for (PDPage page : document.getPages()) {
        PageText text = PageText.of(page);
        PageLinks.tie(page, text, tree);
        texts.put(page.getCOSObject(), text);
      }
      if (standard.hasNamespaces()) {
        tree.nameSpaces();
      }
      Bookmarks.write(document, tree, texts, standard);
      tree.writeParents();
      PdfAttachments.add(document, data, asKnownAt);
      new PdfIdentity(standard, copy, language, asKnownAt).write(document);
      ByteArrayOutputStream finished = new ByteArrayOutputStream();
      document.save(finished);
      return finished.toByteArray();
    }
  }
}
