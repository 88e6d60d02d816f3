package org.spendreturns.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.spendreturns.document.PdfAttachments.Attachment;
import org.spendreturns.document.WorkbookPlan.Book;
import org.spendreturns.returns.EditionMark;
import org.spendreturns.returns.Publication;
import org.spendreturns.returns.Publication.Format;
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
   * Writes {@code return.pdf}, {@code return.json} with its schema, the tables as CSV with their
   * description, and what else the body chose of workbooks, page and open data; the PDF also holds
   * JSON and CSV.
   *
   * @param publication what its body chose
   * @param folder where to; made if it is not there, files of these names are replaced
   * @throws BrokenTemplateException if a template is missing or broken
   * @throws IOException if a file cannot be written; what is in the folder is then not whole
   */
  public Written write(Return filing, EditionMark edition, Publication publication, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    List<Attachment> data = new ArrayList<>();
    data.add(attachment(JsonFile.write(filing, edition, wording), folder));
    for (DataFile table : new CsvFiles(wording).write(filing)) {
      data.add(attachment(table, folder));
    }
    List<Path> written = new ArrayList<>();
    written.add(pdf(filing, edition, publication, data, folder));
    written.addAll(workbooks(filing, edition, publication, folder));
    if (publication.formats().contains(Format.HTML)) {
      ReadingCopy copy = ReadingCopy.of(filing, edition, wording);
      String page = WebPage.of(copy, wording.language(), publication.look());
      written.add(Files.writeString(folder.resolve("return.html"), page));
    }
    data.forEach(file -> written.add(file.file()));
    for (DataFile file : openData(filing, edition, publication)) {
      written.add(file.write(folder));
    }
    written.add(schema(folder));
    return new Written(written, templates.takeUndrawn());
  }

  /**
   * What was written.
   *
   * @param files in the order of a reader's interest
   * @param undrawn signs that no font of the PDF has, each once, with its number: there the PDF
   *     shows the number instead
   */
  public record Written(List<Path> files, List<String> undrawn) {
    /** Keeps its own copies. */
    public Written {
      files = List.copyOf(files);
      undrawn = List.copyOf(undrawn);
    }
  }

  private static Attachment attachment(DataFile file, Path folder) throws IOException {
    return new Attachment(file.write(folder), file.mediaType(), file.describes());
  }

  private Path pdf(
      Return filing,
      EditionMark edition,
      Publication publication,
      List<Attachment> data,
      Path folder)
      throws IOException {
    Path pdf = folder.resolve("return.pdf");
    Path pages = Files.createTempFile(folder, "pages", ".pdf");
    try {
      PdfFinish.finish(pages, pdf, set(filing, edition, publication, pages), data);
    } finally {
      Files.delete(pages);
    }
    return pdf;
  }

  /** Sets the pages; the reading copy, which may be long, is needed no more when it returns. */
  private PdfIdentity set(Return filing, EditionMark edition, Publication publication, Path pages) {
    ReadingCopy copy = ReadingCopy.of(filing, edition, wording);
    new PdfPages(templates, wording).set(copy, publication.look(), pages);
    return PdfIdentity.of(
        copy, PdfStandard.of(publication.pdf()), wording.language(), filing.heading().asKnownAt());
  }

  /** What stands beside the PDF and not in it. */
  private List<DataFile> openData(Return filing, EditionMark edition, Publication publication) {
    OpenAgreements agreements = new OpenAgreements(filing, publication.ids());
    List<DataFile> files = new ArrayList<>();
    if (publication.formats().contains(Format.OCDS)) {
      new OcdsFile(filing, edition, agreements, wording).write().ifPresent(files::add);
    }
    if (publication.formats().contains(Format.GRANTS)) {
      files.addAll(new GrantFiles(filing, agreements, wording).write());
    }
    return files;
  }

  private List<Path> workbooks(
      Return filing, EditionMark edition, Publication publication, Path folder) throws IOException {
    List<Path> written = new ArrayList<>();
    for (Book book :
        new WorkbookPlan(filing, edition, wording, WorkbookPlan.ROWS_A_SHEET).books()) {
      if (publication.formats().contains(Format.XLSX)) {
        Path file = folder.resolve(book.name() + ".xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
          new WorkbookFile(wording).write(book, filing.heading(), out);
        }
        written.add(file);
      }
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
