package org.spendreturns.document;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.spendreturns.returns.Return;
import org.springframework.util.FileSystemUtils;

/**
 * Measures how long all documents of a return take, the gate included, and how much memory. The
 * arguments are numbers of agreements, each of three rows; run it with the heap that is to suffice,
 * {@code -Xmx512m}. A program, not a test: what it prints depends on the machine.
 */
final class DocumentSpeed {

  private static final int MEGABYTE = 1 << 20;

  private DocumentSpeed() {}

  /** Prints one measurement a line; the first one bears the compiling of the templates. */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String agreements : args) {
      Return filing = InventedReturn.of(3, Integer.parseInt(agreements));
      Path folder = Files.createTempDirectory("document-speed-");
      long before = System.nanoTime();
      WrittenReturn written = WrittenReturn.of(filing, folder);
      for (String file : written.files()) {
        new Gate().open(folder.resolve(file));
      }
      long nanos = System.nanoTime() - before;
      out.printf(
          "%,d rows, %,d pages: %.1f s; at most %,d MB of heap so far%n",
          3 * Integer.parseInt(agreements), pages(folder), nanos / 1e9, peak() / MEGABYTE);
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private static int pages(Path folder) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(folder.resolve("return.pdf").toFile())) {
      return pdf.getNumberOfPages();
    }
  }

  /** The sum of what each part of the heap held at most. */
  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong((MemoryPoolMXBean pool) -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
