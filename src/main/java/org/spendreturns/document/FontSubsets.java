package org.spendreturns.document;

import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Drops the CIDSet, which lists fewer glyphs than are there, and names the subsets of fonts {@code
 * AAAAAA+…}, {@code AAAAAB+…} in the order of their first use; the engine draws these letters anew
 * at every run.
 */
final class FontSubsets {

  private static final int TAG = 6; // capital letters before the plus sign
  private static final int LETTERS = 26;

  private final Map<String, String> tags = new HashMap<>();

  private FontSubsets() {}

  static void tidy(PDDocument document) {
    FontSubsets subsets = new FontSubsets();
    for (PDPage page : document.getPages()) {
      COSDictionary resources = page.getResources().getCOSObject();
      COSDictionary fonts = resources.getCOSDictionary(COSName.FONT);
      if (fonts != null) {
        fonts.keySet().stream().sorted().map(fonts::getCOSDictionary).forEach(subsets::rename);
      }
    }
  }

  private void rename(COSDictionary font) {
    rename(font, COSName.BASE_FONT);
    COSDictionary descriptor = font.getCOSDictionary(COSName.FONT_DESC);
    if (descriptor != null) {
      rename(descriptor, COSName.FONT_NAME);
      descriptor.removeItem(COSName.getPDFName("CIDSet"));
    }
    COSArray descendants = font.getCOSArray(COSName.DESCENDANT_FONTS);
    if (descendants != null) {
      for (int index = 0; index < descendants.size(); index++) {
        COSBase descendant = descendants.getObject(index);
        if (descendant instanceof COSDictionary each) {
          rename(each);
        }
      }
    }
  }

  private void rename(COSDictionary dictionary, COSName key) {
    String name = dictionary.getNameAsString(key);
    if (name != null && name.indexOf('+') == TAG) {
      String tag = tags.computeIfAbsent(name.substring(0, TAG), old -> tag(tags.size()));
      dictionary.setName(key, tag + name.substring(TAG));
    }
  }

  private static String tag(int number) {
    StringBuilder letters = new StringBuilder();
    for (int rest = number; letters.length() < TAG; rest /= LETTERS) {
      letters.insert(0, (char) ('A' + rest % LETTERS));
    }
    return letters.toString();
  }
}
