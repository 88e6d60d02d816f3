package org.spendreturns.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** All objects of a PDF, wherever they hang: what they do, and what hangs nowhere. */
final class PdfObjects {

  private static final Set<String> DOES_SOMETHING =
      Set.of("JavaScript", "Launch", "SubmitForm", "ImportData", "Rendition", "RichMediaExecute");
  private static final Set<String> OF_THE_FILE = Set.of("ObjStm", "XRef");
  private static final int NOTHING_BEHIND = 8; // line ends after the last mark

  private final Gate.Faults faults;

  PdfObjects(Gate.Faults faults) {
    this.faults = faults;
  }

  /** Names earlier states of the file, and bytes around it, which no reader shows. */
  void openBytes(Path file) throws IOException {
    String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    int begin = bytes.indexOf("%PDF-");
    if (begin > 0) {
      faults.add("", "%,d bytes stand before its beginning; write it anew".formatted(begin));
    }
    int last = bytes.lastIndexOf("%%EOF");
    if (last >= 0 && bytes.length() - last - "%%EOF".length() > NOTHING_BEHIND) {
      faults.add(
          "",
          "%,d bytes stand behind its end; write it anew"
              .formatted(bytes.length() - last - "%%EOF".length()));
    }
    boolean isTwice = last >= 0 && bytes.lastIndexOf("%%EOF", last - 1) >= 0;
    if (isTwice && !bytes.contains("/Linearized")) {
      faults.add("", "holds an earlier state of itself; write it anew");
    }
  }

  /** Names what does something when read, and objects that nothing shows. */
  void open(PDDocument document) throws IOException {
    Set<COSObjectKey> seen = new HashSet<>();
    Set<String> acts = new TreeSet<>();
    Deque<COSBase> left = new ArrayDeque<>();
    left.add(document.getDocument().getTrailer());
    while (!left.isEmpty()) {
      COSBase object = left.removeLast();
      if (object instanceof COSObject reference) {
        object = seen.add(reference.getKey()) ? reference.getObject() : null;
      }
      if (object instanceof COSDictionary dictionary) {
        action(dictionary, acts);
        for (COSName key : dictionary.keySet()) {
          left.add(dictionary.getItem(key));
        }
      } else if (object instanceof COSArray array) {
        array.forEach(left::add);
      }
    }
    acts.forEach(act -> faults.add("", "holds an action of kind %s; leave it out".formatted(act)));
    orphans(document, seen);
  }

  private static void action(COSDictionary dictionary, Set<String> acts) {
    String kind = dictionary.getNameAsString(COSName.S);
    if (kind != null && DOES_SOMETHING.contains(kind)) {
      acts.add(kind);
    }
    String target = dictionary.getString(COSName.URI);
    if (target != null && target.toLowerCase(Locale.ROOT).startsWith("file:")) {
      acts.add("URI into the house");
    }
  }

  /** What the document says of its pictures to who cannot see them. */
  static String saidOfPictures(PDDocument document) throws IOException {
    List<String> said = new ArrayList<>();
    for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
      if (document.getDocument().getObjectFromPool(key).getObject()
          instanceof COSDictionary dictionary) {
        String alternative = dictionary.getString(COSName.ALT);
        if (alternative != null) {
          said.add(alternative);
        }
      }
    }
    return String.join("\n", said);
  }

  private void orphans(PDDocument document, Set<COSObjectKey> seen) {
    int count = 0;
    long bytes = 0;
    for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
      COSBase object = document.getDocument().getObjectFromPool(key).getObject();
      boolean isOfTheFile =
          object instanceof COSDictionary dictionary
              && OF_THE_FILE.contains(String.valueOf(dictionary.getNameAsString(COSName.TYPE)));
      if (object != null && !isOfTheFile && !seen.contains(key)) {
        count++;
        bytes += object instanceof COSStream stream ? stream.getLength() : 0;
      }
    }
    if (count > 0) {
      faults.add(
          "",
          "holds %,d objects (streams of %,d bytes) that nothing in it shows; write it anew"
              .formatted(count, bytes));
    }
  }
}
