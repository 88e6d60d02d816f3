package org.spendreturns.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The structure of a PDF: its elements in reading order, and the way from content to element. */
final class StructureTree {

  private static final COSName ATTRIBUTES = COSName.A;
  private static final Map<String, String> STANDARD_ROLES =
      Map.of("All", "Document", "Text", "P", "Image", "Figure");

  private final COSDictionary root;
  private final TreeMap<Integer, COSBase> parents = new TreeMap<>();

  StructureTree(PDDocument document) {
    root = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
    readParents(root.getCOSDictionary(COSName.PARENT_TREE));
  }

  /**
   * Gives every element a standard role, and says how lists are numbered. What need not be said of
   * an element, that it is one, is not: a long return has hundreds of thousands.
   */
  void tidy() {
    walk(
        element -> {
          element.removeItem(COSName.TYPE);
          String role = role(element);
          element.setName(COSName.S, STANDARD_ROLES.getOrDefault(role, role));
          if (role.equals("L")) {
            attribute(element, "List").setName("ListNumbering", "Disc");
          }
        });
    root.removeItem(COSName.ROLE_MAP);
  }

  /** Visits every element, parents before children, in reading order. */
  void walk(Consumer<COSDictionary> visitor) {
    walk(root, visitor);
  }

  private static void walk(COSDictionary parent, Consumer<COSDictionary> visitor) {
    for (COSDictionary element : elements(parent)) {
      visitor.accept(element);
      walk(element, visitor);
    }
  }

  /** The elements directly below an element, content left out. */
  static List<COSDictionary> elements(COSDictionary parent) {
    return kids(parent).stream()
        .filter(COSDictionary.class::isInstance)
        .map(COSDictionary.class::cast)
        .filter(kid -> kid.containsKey(COSName.S))
        .toList();
  }

  /** The numbers of an element's own pieces of content. */
  static List<Integer> contents(COSDictionary element) {
    return kids(element).stream()
        .filter(COSInteger.class::isInstance)
        .map(kid -> ((COSInteger) kid).intValue())
        .toList();
  }

  private static List<COSBase> kids(COSDictionary element) {
    COSBase kids = element.getDictionaryObject(COSName.K);
    if (kids instanceof COSArray array) {
      List<COSBase> all = new ArrayList<>();
      for (int index = 0; index < array.size(); index++) {
        all.add(array.getObject(index));
      }
      return all;
    }
    return kids == null ? List.of() : List.of(kids);
  }

  /** The element's type: {@code TH}. */
  static String role(COSDictionary element) {
    return String.valueOf(element.getNameAsString(COSName.S));
  }

  /** The element's attributes of an owner ({@code Table}, {@code List}), made if it has none. */
  static COSDictionary attribute(COSDictionary element, String owner) {
    COSBase before = element.getDictionaryObject(ATTRIBUTES);
    COSArray all = before instanceof COSArray several ? several : new COSArray();
    if (before instanceof COSDictionary only) {
      all.add(only);
    }
    for (int index = 0; index < all.size(); index++) {
      if (all.getObject(index) instanceof COSDictionary attributes
          && owner.equals(attributes.getNameAsString(COSName.O))) {
        return attributes;
      }
    }
    COSDictionary made = attributes(owner);
    all.add(made);
    element.setItem(ATTRIBUTES, all.size() == 1 ? made : all); // most have one: no list for it
    return made;
  }

  /** New attributes of an owner, of no element yet. */
  static COSDictionary attributes(String owner) {
    COSDictionary made = new COSDictionary();
    made.setDirect(true);
    made.setName(COSName.O, owner);
    return made;
  }

  /** Adds an object, such as a link's annotation, to an element. */
  void add(COSDictionary element, COSDictionary object, COSDictionary page) {
    COSArray kids = new COSArray();
    kids(element).forEach(kids::add);
    COSDictionary reference = new COSDictionary();
    reference.setItem(COSName.TYPE, COSName.getPDFName("OBJR"));
    reference.setItem(COSName.OBJ, object);
    reference.setItem(COSName.PG, page);
    kids.add(reference);
    element.setItem(COSName.K, kids);
    int key = parents.lastKey() + 1;
    parents.put(key, element);
    object.setInt(COSName.STRUCT_PARENT, key);
  }

  /** The elements by which a page's content is found, by the content's number. */
  List<COSBase> ofPage(COSDictionary page) {
    COSBase elements = parents.get(page.getInt(COSName.STRUCT_PARENTS));
    List<COSBase> all = new ArrayList<>();
    if (elements instanceof COSArray array) {
      for (int index = 0; index < array.size(); index++) {
        all.add(array.getObject(index));
      }
    }
    return all;
  }

  /** Says of every element that its kind is one of PDF 2.0. */
  void nameSpaces() {
    COSDictionary space = new COSDictionary();
    space.setItem(COSName.TYPE, COSName.getPDFName("Namespace"));
    space.setString(COSName.getPDFName("NS"), "http://iso.org/pdf2/ssn");
    COSArray spaces = new COSArray();
    spaces.add(space);
    root.setItem(COSName.getPDFName("Namespaces"), spaces);
    walk(element -> element.setItem(COSName.getPDFName("NS"), space));
  }

  /** Writes where elements are that are referred to by name, which come in the names' order. */
  void nameElements(List<COSDictionary> named) {
    COSArray pairs = new COSArray();
    for (COSDictionary element : named) {
      pairs.add(element.getItem(COSName.ID));
      pairs.add(element);
    }
    COSDictionary tree = new COSDictionary();
    tree.setItem(COSName.NAMES, pairs);
    root.setItem(COSName.getPDFName("IDTree"), tree);
  }

  /** Writes the way from content to element back into the file, as one list. */
  void writeParents() {
    COSArray pairs = new COSArray();
    parents.forEach(
        (key, element) -> {
          pairs.add(COSInteger.get(key));
          pairs.add(element);
        });
    COSDictionary tree = new COSDictionary();
    tree.setItem(COSName.NUMS, pairs);
    root.setItem(COSName.PARENT_TREE, tree);
    root.setInt(COSName.PARENT_TREE_NEXT_KEY, parents.lastKey() + 1);
  }

  private void readParents(COSDictionary node) {
    COSArray pairs = node.getCOSArray(COSName.NUMS);
    if (pairs != null) {
      for (int index = 0; index < pairs.size(); index += 2) {
        parents.put(pairs.getInt(index), pairs.getObject(index + 1));
      }
    }
    COSArray kids = node.getCOSArray(COSName.KIDS);
    if (kids != null) {
      for (int index = 0; index < kids.size(); index++) {
        if (kids.getObject(index) instanceof COSDictionary kid) {
          readParents(kid);
        }
      }
    }
  }
}
