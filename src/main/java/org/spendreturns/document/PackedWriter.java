package org.spendreturns.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.xref.ObjectStreamXReference;
import org.apache.pdfbox.pdfwriter.COSStandardOutputStream;
import org.apache.pdfbox.pdfwriter.COSWriter;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * Writes what can be reached from a document's trailer, each object under the number that it has,
 * the small ones packed together. The library would do the same with several maps of all objects,
 * and a return of 45,000 rows has 373,782; here each costs a mark.
 */
final class PackedWriter extends COSWriter {

  private static final int TOGETHER = 200; // objects in a pack, as the library has it

  private final List<COSBase> objects = new ArrayList<>(); // in the order in which they are met
  private final BitSet met = new BitSet(); // by number
  private long last; // the highest number given
  private @Nullable COSStandardOutputStream aside; // where a pack is made

  private PackedWriter(OutputStream out) {
    super(out, CompressParameters.NO_COMPRESSION);
  }

  /**
   * Writes the document; objects that have no number yet are given one. What is written is let go
   * of, so that the list of all objects finds room: the document is of no use afterwards.
   */
  static void write(PDDocument document, OutputStream out) throws IOException {
    PackedWriter writer = new PackedWriter(out);
    writer.number(document);
    writer.write(document);
  }

  private void number(PDDocument pages) {
    COSDocument document = pages.getDocument();
    last = document.getHighestXRefObjectNumber();
    pages
        .getPages()
        .forEach(page -> meet(page.getCOSObject())); // in few packs: all readers need them
    meetParts(document.getTrailer());
    for (int index = 0; index < objects.size(); index++) { // it grows meanwhile
      meetParts(objects.get(index));
    }
    document.getXrefTable().clear(); // all are read; it holds as much as a tenth of them
    long small = objects.stream().filter(object -> !(object instanceof COSStream)).count();
    long packs = (small + TOGETHER - 1) / TOGETHER;
    document.setHighestXRefObjectNumber(last + packs);
    document.setIsXRefStream(true); // only such a list can tell what is in a pack
  }

  private void meetParts(COSBase object) {
    if (object instanceof COSDictionary dictionary) {
      dictionary.forEach((name, value) -> meet(value)); // keeps no view of each, as values() does
    } else if (object instanceof COSArray array) {
      array.forEach(this::meet);
    }
  }

  private void meet(@Nullable COSBase value) {
    COSBase object = object(value);
    if (!isApart(value, object)) {
      meetParts(object);
      return;
    }
    if (object.getKey() == null) {
      last++;
      object.setKey(new COSObjectKey(last, 0));
    }
    int number = Math.toIntExact(object.getKey().getNumber());
    if (!met.get(number)) {
      met.set(number);
      objects.add(object);
    }
  }

  private static COSBase object(@Nullable COSBase value) {
    COSBase object = value instanceof COSObject reference ? reference.getObject() : value;
    return object == null ? COSNull.NULL : object;
  }

  /** Whether a value is written as an object of its own, and referred to. */
  private static boolean isApart(@Nullable COSBase value, COSBase object) {
    return (object instanceof COSDictionary && !object.isDirect())
        || (object instanceof COSArray && value instanceof COSObject);
  }

  @Override
  protected void doWriteBody(COSDocument document) throws IOException {
    List<COSBase> pack = new ArrayList<>();
    for (COSBase object : objects) {
      if (object instanceof COSStream) {
        doWriteObject(object.getKey(), object);
      } else {
        pack.add(object);
      }
      if (pack.size() == TOGETHER) {
        write(pack, document);
        pack.clear();
      }
    }
    if (!pack.isEmpty()) {
      write(pack, document);
    }
  }

  private void write(List<COSBase> pack, COSDocument document) throws IOException {
    last++;
    COSObjectKey key = new COSObjectKey(last, 0);
    StringBuilder places = new StringBuilder();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    aside = new COSStandardOutputStream(bytes);
    for (int index = 0; index < pack.size(); index++) {
      COSBase object = pack.get(index);
      places.append(object.getKey().getNumber()).append(' ').append(bytes.size()).append(' ');
      object.accept(this);
      put("\n");
      addXRefEntry(new ObjectStreamXReference(index, object.getKey(), object, key));
    }
    aside = null;
    COSStream stream = document.createCOSStream();
    stream.setItem(COSName.TYPE, COSName.OBJ_STM);
    stream.setInt(COSName.N, pack.size());
    stream.setInt(COSName.FIRST, places.length());
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(places.toString().getBytes(StandardCharsets.US_ASCII));
      bytes.writeTo(out);
    }
    doWriteObject(key, stream);
    pack.forEach(PackedWriter::letGo);
  }

  private static void letGo(COSBase object) {
    if (object instanceof COSDictionary dictionary) {
      dictionary.clear();
    } else if (object instanceof COSArray array) {
      array.clear();
    }
  }

  @Override
  protected COSStandardOutputStream getStandardOutput() {
    return aside == null ? super.getStandardOutput() : aside;
  }

  @Override
  public void visitFromDictionary(COSDictionary dictionary) throws IOException {
    put("<<");
    for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
      entry.getKey().accept(this);
      put(" ");
      put(entry.getValue());
      put("\n");
    }
    put(">>\n");
  }

  @Override
  public void visitFromArray(COSArray array) throws IOException {
    put("[");
    for (COSBase element : array) {
      put(element);
      put(" ");
    }
    put("]");
  }

  private void put(@Nullable COSBase value) throws IOException {
    COSBase object = object(value);
    if (isApart(value, object)) {
      put(object.getKey().getNumber() + " 0 R");
    } else {
      object.accept(this);
    }
  }

  private void put(String text) throws IOException {
    getStandardOutput().write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
