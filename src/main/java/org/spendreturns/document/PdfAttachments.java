package org.spendreturns.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

  static void add(PDDocument document, List<DataFile> files, Instant asKnownAt) throws IOException {
    Map<String, PDComplexFileSpecification> named = new HashMap<>();
    COSArray associated = new COSArray();
    for (DataFile file : files) {
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
      PDDocument document, DataFile file, Instant asKnownAt) throws IOException {
    byte[] bytes = file.text().getBytes(StandardCharsets.UTF_8);
    PDEmbeddedFile embedded =
        new PDEmbeddedFile(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
    embedded.setSubtype(file.mediaType());
    COSDictionary parameters = new COSDictionary();
    parameters.setInt(COSName.SIZE, bytes.length);
    parameters.setString(COSName.MOD_DATE, PdfIdentity.date(asKnownAt));
    parameters.setItem(COSName.getPDFName("CheckSum"), new COSString(DigestUtils.md5(bytes)));
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
}
