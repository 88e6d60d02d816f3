package org.spendreturns.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.PDFObjectStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;

/** All objects of a PDF, wherever they hang: what they do, and what hangs nowhere. */
final class PdfObjects {

  private static final Set<String> DOES_SOMETHING =
      Set.of("JavaScript", "Launch", "SubmitForm", "ImportData", "Rendition", "RichMediaExecute");
  private static final Set<String> OF_THE_FILE = Set.of("ObjStm", "XRef");
  private static final String END = "%%EOF";
  private static final int FIRST_OBJECT = 1_024; // bytes within which it stands
  private static final Pattern LINEARIZED =
      Pattern.compile(
          "^%PDF-[^\\n\\r]*\\s+(?:%[^\\n\\r]*\\s+)*\\d+ \\d+ obj\\s*<<[^(]*/Linearized\\s");
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
    int last = bytes.lastIndexOf(END);
    if (last >= 0 && bytes.length() - last - END.length() > NOTHING_BEHIND) {
      faults.add(
          "",
          "%,d bytes stand behind its end; write it anew"
              .formatted(bytes.length() - last - END.length()));
    }
    int marks = 0;
    for (int at = bytes.indexOf(END); at >= 0; at = bytes.indexOf(END, at + 1)) {
      marks++;
    }
    boolean isLinearized = // it has two marks by itself
        LINEARIZED.matcher(bytes.substring(0, Math.min(FIRST_OBJECT, bytes.length()))).find();
    if (marks > (isLinearized ? 2 : 1)) {
      faults.add("", "holds an earlier state of itself; write it anew");
    }
  }

  /**
   * Names what does something when read, and objects that nothing shows. Of each object only what
   * it refers to is kept: a long return has two hundred thousand.
   */
  Said open(PDDocument document) throws IOException {
    Said said = new Said(new ArrayList<>(), new TreeSet<>());
    Set<String> acts = new TreeSet<>();
    Map<COSObjectKey, List<COSObjectKey>> references = new HashMap<>();
    each(document, (key, object) -> references.put(key, look(object, acts, said)));
    Set<COSObjectKey> seen = new HashSet<>();
    Deque<COSObjectKey> left =
        new ArrayDeque<>(look(document.getDocument().getTrailer(), acts, said));
    while (!left.isEmpty()) {
      COSObjectKey key = left.removeLast();
      if (seen.add(key)) {
        left.addAll(references.getOrDefault(key, List.of()));
      }
    }
    acts.forEach(act -> faults.add("", "holds %s; leave it out".formatted(act)));
    references.keySet().removeAll(seen);
    orphans(document, references.keySet());
    return said;
  }

  /**
   * What hangs in a document beside its pages.
   *
   * @param ofPictures what is said of its pictures to who cannot see them
   * @param files names of the files inside
   */
  record Said(List<String> ofPictures, Set<String> files) {}

  /** What an object refers to; what it does is added to the acts. */
  private static List<COSObjectKey> look(COSBase object, Set<String> acts, Said said) {
    List<COSObjectKey> references = new ArrayList<>(1);
    Deque<COSBase> left = new ArrayDeque<>();
    left.add(object);
    while (!left.isEmpty()) {
      COSBase part = left.removeLast();
      if (part instanceof COSObject reference) {
        references.add(reference.getKey());
      } else if (part instanceof COSDictionary dictionary) {
        action(dictionary, acts);
        hung(dictionary, acts, said);
        left.addAll(dictionary.getValues());
      } else if (part instanceof COSArray array) {
        array.forEach(left::add);
      }
    }
    return references;
  }

  /** Takes one object of a file after the other. */
  private interface Taker {
    void take(COSObjectKey key, COSBase object);
  }

  /**
   * Shows every object but the file's own. Those of a pack are read together, and let go before the
   * next pack is read.
   */
  private static void each(PDDocument document, Taker taker) throws IOException {
    COSDocument file = document.getDocument();
    Map<COSObjectKey, Long> places = file.getXrefTable();
    Set<Long> packs = new TreeSet<>();
    for (Map.Entry<COSObjectKey, Long> place : places.entrySet()) {
      if (place.getValue() < 0) { // in the pack of this number
        packs.add(-place.getValue());
      } else {
        COSBase object = file.getObjectFromPool(place.getKey()).getObject();
        if (object != null && !isOfTheFile(object)) {
          taker.take(place.getKey(), object);
        }
      }
    }
    for (long pack : packs) {
      if (file.getObjectFromPool(new COSObjectKey(pack, 0)).getObject() instanceof COSStream held) {
        eachOf(
            held,
            (key, object) -> {
              if (places.getOrDefault(key, 0L) == -pack) {
                taker.take(key, object);
              }
            });
      }
    }
  }

  /**
   * The parser would make a map of all objects of the file anew for each pack: it is given none.
   */
  private static void eachOf(COSStream pack, Taker taker) throws IOException {
    try (COSDocument noFile = new COSDocument()) {
      new PDFObjectStreamParser(pack, noFile)
          .parseAllObjects()
          .forEach(
              (key, object) -> {
                if (object != null) {
                  taker.take(key, object);
                }
              });
    }
  }

  private static boolean isOfTheFile(COSBase object) {
    return object instanceof COSDictionary dictionary
        && OF_THE_FILE.contains(String.valueOf(dictionary.getNameAsString(COSName.TYPE)));
  }

  private static void action(COSDictionary dictionary, Set<String> acts) {
    String kind = dictionary.getNameAsString(COSName.S);
    if (kind != null && DOES_SOMETHING.contains(kind)) {
      acts.add("an action of kind " + kind);
    }
    String target = dictionary.getString(COSName.URI);
    if (target != null && target.toLowerCase(Locale.ROOT).startsWith("file:")) {
      acts.add("a link into the house");
    }
  }

  private static void hung(COSDictionary dictionary, Set<String> acts, Said said) {
    if (dictionary.containsKey(COSName.getPDFName("PieceInfo"))) {
      acts.add("data of the program that made it");
    }
    if (dictionary.containsKey(COSName.getPDFName("Thumb"))) {
      acts.add("a small picture of a page as it was");
    }
    if (dictionary.containsKey(COSName.EF)) {
      String name = dictionary.getString(COSName.UF, dictionary.getString(COSName.F, ""));
      said.files().add(name);
    }
    String alternative = dictionary.getString(COSName.ALT);
    if (alternative != null) {
      said.ofPictures().add(alternative);
    }
  }

  private void orphans(PDDocument document, Set<COSObjectKey> orphans) {
    long bytes = 0;
    for (COSObjectKey key : orphans) {
      COSBase object = document.getDocument().getObjectFromPool(key).getObject();
      bytes += object instanceof COSStream stream ? stream.getLength() : 0;
    }
    if (!orphans.isEmpty()) {
      faults.add(
          "",
          "holds %,d objects (streams of %,d bytes) that nothing in it shows; write it anew"
              .formatted(orphans.size(), bytes));
    }
  }
}
