package org.spendreturns.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;

/** What the library reads of a document that was written in packs. */
class PackedWriterTest {

  private static final COSName MARKS = COSName.getPDFName("Marks");
  private static final COSName NEXT = COSName.getPDFName("Next");
  private static final int COUNT = 450; // three packs

  @Test
  void everyObjectIsFoundAgainAndLeadsWhereItLed() throws IOException {
    try (PDDocument read = Loader.loadPDF(written(document()))) {
      COSArray marks = marks(read);
      assertThat(marks).hasSize(COUNT);
      for (int index = 0; index < COUNT; index++) {
        COSDictionary mark = (COSDictionary) marks.getObject(index);
        assertThat(mark.getString(COSName.T)).isEqualTo("(mark) " + index);
        assertThat(mark.getDictionaryObject(NEXT)).isSameAs(marks.getObject((index + 1) % COUNT));
        assertThat(mark.getCOSDictionary(COSName.A).getInt(COSName.N)).isEqualTo(index);
      }
      assertThat(read.getNumberOfPages()).isEqualTo(1);
    }
  }

  @Test
  void whatNothingLeadsToIsNotWritten() throws IOException {
    byte[] whole = written(document());
    try (PDDocument read = Loader.loadPDF(whole)) {
      int before = read.getDocument().getXrefTable().size();
      read.getDocumentCatalog().getCOSObject().removeItem(MARKS);
      try (PDDocument less = Loader.loadPDF(written(read))) {
        assertThat(less.getDocument().getXrefTable()).hasSizeLessThan(before - COUNT);
        assertThat(less.getNumberOfPages()).isEqualTo(1);
      }
    }
  }

  @Test
  void theSameObjectsGiveTheSameBytes() throws IOException {
    assertThat(written(document())).isEqualTo(written(document()));
  }

  /** A page, and a ring of objects that a list holds; each has a part that is no object. */
  private static PDDocument document() {
    PDDocument document = new PDDocument();
    document.setDocumentId(0L);
    document.addPage(new PDPage());
    COSArray marks = new COSArray();
    IntStream.range(0, COUNT)
        .forEach(
            index -> {
              COSDictionary mark = new COSDictionary();
              COSDictionary part = new COSDictionary();
              part.setDirect(true);
              part.setInt(COSName.N, index);
              mark.setItem(COSName.A, part);
              mark.setItem(COSName.T, new COSString("(mark) " + index));
              marks.add(mark);
            });
    for (int index = 0; index < COUNT; index++) {
      ((COSDictionary) marks.get(index)).setItem(NEXT, marks.get((index + 1) % COUNT));
    }
    document.getDocumentCatalog().getCOSObject().setItem(MARKS, new COSObject(marks));
    return document;
  }

  private static COSArray marks(PDDocument document) {
    return document.getDocumentCatalog().getCOSObject().getCOSArray(MARKS);
  }

  private static byte[] written(PDDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PackedWriter.write(document, out);
    return out.toByteArray();
  }
}
