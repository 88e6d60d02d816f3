package org.spendreturns.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.spendreturns.returns.EditionMark;
import org.spendreturns.returns.Return;

/**
 * Writes a return as the documents that a public body publishes.
 *
 * <p>The same return and edition give the same bytes, on every day and in every time zone: the only
 * date in a document is the instant as known at which the return was made. Templates are compiled
 * once, at their first use; an instance may be used by one thread after another.
 */
public final class Documents {

  private final PageTemplates templates;
  private final Wording wording = Wording.english();

  /**
   * Documents by the templates of a folder.
   *
   * @param templates holds {@code return.jrxml}, {@code table.jrxml} and {@code fonts/}
   * @throws BrokenTemplateException if a font is missing
   */
  public Documents(Path templates) {
    this.templates = new PageTemplates(templates);
  }

  /**
   * Writes {@code return.pdf} and {@code return.xlsx}.
   *
   * @param folder where to; made if it is not there, files of these names are replaced
   * @return the files written, in the order of a reader's interest
   * @throws BrokenTemplateException if a template is missing or broken
   * @throws IOException if a file cannot be written; what is in the folder is then not whole
   */
  public List<Path> write(Return filing, EditionMark edition, Path folder) throws IOException {
    Files.createDirectories(folder);
    Path pdf = folder.resolve("return.pdf");
    ReadingCopy copy = ReadingCopy.of(filing, edition, wording);
    byte[] pages = new PdfPages(templates, wording).set(copy);
    Files.write(
        pdf, PdfFinish.finish(pages, copy, wording.language(), filing.heading().asKnownAt()));
    Path workbook = folder.resolve("return.xlsx");
    try (OutputStream out = Files.newOutputStream(workbook)) {
      new WorkbookFile(wording).write(filing, edition, out);
    }
    return List.of(pdf, workbook);
  }
}
