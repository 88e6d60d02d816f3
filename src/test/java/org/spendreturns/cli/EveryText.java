package org.spendreturns.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Every text that can be got out of a file: unzipped, inflated, unescaped, extracted. */
final class EveryText {

  private static final Pattern ESCAPED =
      Pattern.compile("\\\\u([0-9a-fA-F]{4})|&#x([0-9a-fA-F]+);|&#([0-9]+);");

  private EveryText() {}

  static String of(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    StringBuilder text = new StringBuilder(String.valueOf(file.getFileName()));
    add(bytes, text);
    String name = String.valueOf(file.getFileName());
    if (name.endsWith(".pdf")) {
      addPdf(bytes, text);
    } else if (bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K') {
      try (ZipFile zip = new ZipFile(file.toFile())) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
          text.append('\n').append(entry.getName()).append('\n');
          try (InputStream in = zip.getInputStream(entry)) {
            add(in.readAllBytes(), text);
          }
        }
      }
    }
    return text.toString();
  }

  private static void add(byte[] bytes, StringBuilder text) {
    text.append('\n').append(unescaped(new String(bytes, StandardCharsets.UTF_8)));
    text.append('\n').append(new String(bytes, StandardCharsets.ISO_8859_1));
    text.append('\n').append(new String(bytes, StandardCharsets.UTF_16BE));
  }

  private static String unescaped(String text) {
    Matcher escape = ESCAPED.matcher(text);
    return escape.replaceAll(
        found -> {
          int code =
              found.group(3) != null
                  ? Integer.parseInt(found.group(3))
                  : Integer.parseInt(found.group(1) != null ? found.group(1) : found.group(2), 16);
          return Matcher.quoteReplacement(Character.toString(code));
        });
  }

  private static void addPdf(byte[] bytes, StringBuilder text) throws IOException {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      text.append('\n').append(new PDFTextStripper().getText(document));
      for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
        addObject(document.getDocument().getObjectFromPool(key).getObject(), text);
      }
    }
  }

  private static void addObject(COSBase object, StringBuilder text) throws IOException {
    if (object instanceof COSStream stream) {
      try (InputStream in = stream.createInputStream()) {
        add(in.readAllBytes(), text);
      }
    }
    if (object instanceof COSDictionary dictionary) {
      for (COSName name : dictionary.keySet()) {
        text.append(' ').append(name.getName());
        addDirect(dictionary.getItem(name), text);
      }
    } else {
      addDirect(object, text);
    }
  }

  private static void addDirect(COSBase object, StringBuilder text) throws IOException {
    if (object instanceof COSString string) {
      text.append(' ').append(string.getString());
    } else if (object instanceof COSArray array) {
      for (COSBase each : array) {
        addDirect(each, text);
      }
    } else if (object instanceof COSDictionary && !(object instanceof COSObject)) {
      addObject(object, text);
    }
  }
}
