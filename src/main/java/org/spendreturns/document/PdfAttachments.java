package org.spendreturns.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** Puts the files for machines into the PDF, so that one file is the return and its data. */
final class PdfAttachments {

  private PdfAttachments() {}

  /**
   * A file to be attached.
   *
   * @param file where it stands; its name is the attachment's
   * @param mediaType as {@code text/csv}
   * @param describes what it holds, in a line
   */
  record Attachment(Path file, String mediaType, String describes) {

    String name() {
      return String.valueOf(file.getFileName());
    }
  }

  static void add(PDDocument document, List<Attachment> files, Instant asKnownAt)
      throws IOException {
    Map<String, PDComplexFileSpecification> named = new HashMap<>();
    COSArray associated = new COSArray();
    for (Attachment file : files) {
      PDComplexFileSpecification specification = specification(document, file, asKnownAt);
      named.put(file.name(), specification);
      associated.add(specification);
    }
    PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
    tree.setNames(named); // writes them in the order of their names
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(tree);
    document.getDocumentCatalog().setNames(names);
    document.getDocumentCatalog().getCOSObject().setItem(COSName.AF, associated);
  }

  private static PDComplexFileSpecification specification(
      PDDocument document, Attachment file, Instant asKnownAt) throws IOException {
    PDEmbeddedFile embedded;
    try (InputStream in = Files.newInputStream(file.file())) {
      embedded = new PDEmbeddedFile(document, in, COSName.FLATE_DECODE);
    }
    embedded.setSubtype(file.mediaType());
    COSDictionary parameters = new COSDictionary();
    parameters.setLong(COSName.SIZE, Files.size(file.file()));
    parameters.setString(COSName.MOD_DATE, PdfIdentity.date(asKnownAt));
    parameters.setItem(COSName.getPDFName("CheckSum"), new COSString(md5(file.file())));
    embedded.getCOSObject().setItem(COSName.PARAMS, parameters);
    PDComplexFileSpecification specification = new PDComplexFileSpecification();
    specification.setFile(file.name());
    specification.setFileUnicode(file.name());
    specification.setFileDescription(file.describes());
    specification.setEmbeddedFile(embedded);
    specification.setEmbeddedFileUnicode(embedded);
    specification.getCOSObject().setName("AFRelationship", "Data");
    return specification;
  }

  private static byte[] md5(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return DigestUtils.md5(in);
    }
  }
}
