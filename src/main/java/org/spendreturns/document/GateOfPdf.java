package org.spendreturns.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.jspecify.annotations.Nullable;

/** Opens a PDF. */
final class GateOfPdf {

  private static final Set<String> USUAL_PROPERTIES =
      Set.of("Title", "Author", "Creator", "Producer", "CreationDate", "ModDate", "Trapped");

  /** The data of a return, which its PDF holds; an edition's must be those beside it. */
  static final Pattern DATA =
      Pattern.compile(
          "(?:return|manifest|csv-metadata)\\.json"
              + "|(?:summary|contracts|contracts-by-year|payments|body-tables)\\.csv");

  private static final int HIDDEN = 1 << 1; // flags of an annotation
  private static final int NOT_VIEWED = 1 << 5;

  private final Gate.Faults faults;

  GateOfPdf(Gate.Faults faults) {
    this.faults = faults;
  }

  /**
   * What a PDF shows and holds, to be compared with other files.
   *
   * @param pages the text of each page, without white space
   * @param sums how often each stands in it
   * @param attached digests of the files inside, by name
   */
  record Told(List<String> pages, Map<String, Integer> sums, Map<String, String> attached) {}

  /** Opens it, and gives what it shows: nothing if it is no PDF. */
  Told open(Path file) throws IOException {
    List<String> pages = new ArrayList<>();
    Map<String, Integer> sums = new TreeMap<>();
    Map<String, String> attached = new TreeMap<>();
    PdfObjects objects = new PdfObjects(faults);
    objects.openBytes(file);
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      if (document.isEncrypted()) {
        faults.add("", "is encrypted; a public document is open");
      }
      openCatalog(document.getDocumentCatalog());
      openProperties(document);
      int number = 0;
      for (PDPage page : document.getPages()) {
        number++;
        openAnnotations("page " + number, page);
      }
      PdfBookmarks bookmarks = PdfBookmarks.of(document);
      new PdfSight(
              faults,
              text -> {
                pages.add(ComparedPages.tight(text));
                ComparedPages.addSums(text, sums);
                bookmarks.seen(text);
              })
          .writeText(document, Writer.nullWriter());
      bookmarks.unseen().forEach(this::bookmark);
      PdfObjects.Said said = objects.open(document);
      said.ofPictures().forEach(each -> ComparedPages.addSums(each, sums));
      for (Map.Entry<String, PDComplexFileSpecification> each :
          named(document.getDocumentCatalog()).entrySet()) {
        said.files().remove(each.getKey());
        attached.put(each.getKey(), digest(each.getValue().getEmbeddedFile()));
      }
      said.files()
          .forEach(
              each -> faults.add("", "the file '%s' is inside, and not declared".formatted(each)));
    } catch (IOException fault) {
      faults.add("", "not a PDF that can be opened, so nothing vouches for it");
    }
    return new Told(pages, sums, attached);
  }

  private static String digest(@Nullable PDEmbeddedFile file) throws IOException {
    if (file == null) {
      return "";
    }
    try (InputStream in = file.createInputStream()) {
      return DigestUtils.sha256Hex(in);
    }
  }

  private void bookmark(String title) {
    faults.add(
        "",
        "a bookmark says '%s', which stands on no page; leave it out"
            .formatted(GateOfTable.brief(title)));
  }

  private void openCatalog(PDDocumentCatalog catalog) throws IOException {
    COSDictionary dictionary = catalog.getCOSObject();
    if (catalog.getAcroForm(null) != null) {
      faults.add("", "holds a form; leave it out");
    }
    if (dictionary.containsKey(COSName.AA)
        || isScript(dictionary.getDictionaryObject(COSName.OPEN_ACTION))) {
      faults.add("", "does something when it is opened; leave it out");
    }
    if (dictionary.containsKey(COSName.OCPROPERTIES)) {
      faults.add("", "has layers, which can be hidden; write it without");
    }
    COSDictionary names = dictionary.getCOSDictionary(COSName.NAMES);
    if (names != null && names.containsKey(COSName.JAVA_SCRIPT)) {
      faults.add("", "holds JavaScript; leave it out");
    }
    openAttachments(catalog);
  }

  private void openProperties(PDDocument document) throws IOException {
    PDDocumentInformation properties = document.getDocumentInformation();
    for (String property : properties.getMetadataKeys()) {
      String value = String.valueOf(properties.getPropertyStringValue(property));
      if (property.equals("Author")) {
        GateOfArchive.person("author", value, faults);
      } else if (!USUAL_PROPERTIES.contains(property) && !value.isBlank()) {
        faults.add(
            "properties",
            "%s is '%s', which no page shows; leave it out"
                .formatted(property, GateOfTable.brief(value)));
      }
    }
    PDMetadata more = document.getDocumentCatalog().getMetadata();
    if (more != null) {
      try (InputStream in = more.createInputStream()) {
        XmpNames.in(in).forEach(name -> GateOfArchive.person("author", name, faults));
      } catch (XMLStreamException fault) {
        faults.add("properties", "cannot be read; write them anew");
      }
    }
  }

  private static boolean isScript(@Nullable COSBase action) {
    return action instanceof COSDictionary dictionary && dictionary.containsKey(COSName.S);
  }

  /** A file inside must be declared as associated, as our data is, and be such data. */
  private void openAttachments(PDDocumentCatalog catalog) throws IOException {
    Set<COSBase> declared = new HashSet<>();
    COSArray associated = catalog.getCOSObject().getCOSArray(COSName.AF);
    for (int index = 0; associated != null && index < associated.size(); index++) {
      declared.add(associated.getObject(index));
    }
    named(catalog)
        .forEach(
            (name, file) -> {
              if (!declared.contains(file.getCOSObject())) {
                faults.add("", "the file '%s' is inside, and not declared".formatted(name));
              } else if (!DATA.matcher(name).matches()) {
                faults.add("", "the file '%s' is inside, and no return's data".formatted(name));
              }
            });
  }

  /** The files inside by their names. */
  private static Map<String, PDComplexFileSpecification> named(PDDocumentCatalog catalog)
      throws IOException {
    PDEmbeddedFilesNameTreeNode files =
        catalog.getNames() == null ? null : catalog.getNames().getEmbeddedFiles();
    return files == null ? Map.of() : named(files);
  }

  /** The files of a tree of names, those of its branches among them. */
  private static Map<String, PDComplexFileSpecification> named(
      PDNameTreeNode<PDComplexFileSpecification> node) throws IOException {
    Map<String, PDComplexFileSpecification> all = new TreeMap<>();
    if (node.getNames() != null) {
      all.putAll(node.getNames());
    }
    if (node.getKids() != null) {
      for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
        all.putAll(named(kid));
      }
    }
    return all;
  }

  private void openAnnotations(String place, PDPage page) {
    COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
    for (int index = 0; annotations != null && index < annotations.size(); index++) {
      if (annotations.getObject(index) instanceof COSDictionary annotation) {
        String kind = String.valueOf(annotation.getNameAsString(COSName.SUBTYPE));
        if (!kind.equals("Link")) {
          faults.add(place, "holds an annotation of kind %s; leave it out".formatted(kind));
        } else if ((annotation.getInt(COSName.F, 0) & (HIDDEN | NOT_VIEWED)) != 0) {
          faults.add(place, "a link is hidden; show it or leave it out");
        } else if (annotation.containsKey(COSName.AA) || doesMore(annotation)) {
          faults.add(place, "a link does more than lead somewhere; leave it out");
        }
      }
    }
  }

  private static boolean doesMore(COSDictionary link) {
    COSDictionary action = link.getCOSDictionary(COSName.A);
    return isScript(action)
        && action != null
        && !Set.of("URI", "GoTo").contains(String.valueOf(action.getNameAsString(COSName.S)));
  }
}
