package org.spendreturns.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.spendreturns.document.WorkbookPlan.Book;
import org.spendreturns.document.PdfAttachments.Attachment;
import org.spendreturns.returns.EditionMark;
import org.spendreturns.returns.Publication;
import org.spendreturns.returns.Return;

/**
 * Writes a return as the documents that a public body publishes.
 *
 * <p>The same return and edition give the same bytes, on every day and in every time zone: the only
 * date in a document is the instant as known at which the return was made. Templates are compiled
 * once, at their first use; an instance may be used by one thread after another.
 */
public final class Documents {

  private static final String SCHEMA = "return.schema.json";

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
   * Writes {@code return.pdf}, {@code return.xlsx}, {@code return.html}, {@code return.json} with
   * its schema, and the tables as CSV with their description; the PDF also holds JSON and CSV.
   *
   * @param publication what its body chose
   * @param folder where to; made if it is not there, files of these names are replaced
   * @return the files written, in the order of a reader's interest
   * @throws BrokenTemplateException if a template is missing or broken
   * @throws IOException if a file cannot be written; what is in the folder is then not whole
   */
  public List<Path> write(Return filing, EditionMark edition, Publication publication, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    List<Attachment> data = data(filing, edition, folder);
    Path pdf = folder.resolve("return.pdf");
    Path page = folder.resolve("return.html");
    Path pages = Files.createTempFile(folder, "pages", ".pdf");
    try {
      PdfIdentity identity = read(filing, edition, publication, pages, page);
      PdfFinish.finish(pages, pdf, identity, data);
    } finally {
      Files.delete(pages);
    }
    List<Path> written = new ArrayList<>(List.of(pdf));
    written.addAll(workbooks(filing, edition, folder));
    written.add(page);
    data.forEach(file -> written.add(file.file()));
    written.add(schema(folder));
    return List.copyOf(written);
  }

  private List<Attachment> data(Return filing, EditionMark edition, Path folder)
      throws IOException {
    List<DataFile> files = new ArrayList<>(List.of(JsonFile.write(filing, edition, wording)));
    files.addAll(new CsvFiles(wording).write(filing));
    List<Attachment> written = new ArrayList<>();
    for (DataFile file : files) {
      Path place = Files.writeString(folder.resolve(file.name()), file.text());
      written.add(new Attachment(place, file.mediaType(), file.describes()));
    }
    return written;
  }

  /** Writes what is read from beginning to end: the web page, and the pages of the PDF. */
  private PdfIdentity read(
      Return filing, EditionMark edition, Publication publication, Path pages, Path page)
      throws IOException {
    ReadingCopy copy = ReadingCopy.of(filing, edition, wording);
    Files.writeString(page, WebPage.of(copy, wording.language(), publication));
    new PdfPages(templates, wording).set(copy, publication, pages);
    return PdfIdentity.of(
        copy,
        PdfStandard.of(publication.pdf()),
        wording.language(),
        filing.heading().asKnownAt());
  }

  private List<Path> workbooks(Return filing, EditionMark edition, Path folder) throws IOException {
    List<Path> written = new ArrayList<>();
    for (Book book :
        new WorkbookPlan(filing, edition, wording, WorkbookPlan.ROWS_A_SHEET).books()) {
      Path file = folder.resolve(book.name() + ".xlsx");
      try (OutputStream out = Files.newOutputStream(file)) {
        new WorkbookFile(wording).write(book, filing.heading(), out);
      }
      written.add(file);
    }
    return written;
  }

  private static Path schema(Path folder) throws IOException {
    Path schema = folder.resolve(SCHEMA);
    try (InputStream in = Documents.class.getResourceAsStream(SCHEMA)) {
      if (in == null) {
        throw new IllegalStateException(SCHEMA + " is not in the program");
      }
      Files.copy(in, schema, StandardCopyOption.REPLACE_EXISTING);
    }
    return schema;
  }
}
