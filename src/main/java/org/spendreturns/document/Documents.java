package org.spendreturns.document;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.spendreturns.document.PdfAttachments.Attachment;
import org.spendreturns.document.WorkbookPlan.Book;
import org.spendreturns.returns.EditionMark;
import org.spendreturns.returns.Publication;
import org.spendreturns.returns.Publication.Format;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;

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
   * @throws IOException if a file cannot be written, as on a full disk; it names the file and what
   *     to do, and what is in the folder is then not whole
   */
  public Written write(Return filing, EditionMark edition, Publication publication, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    List<Attachment> data = new ArrayList<>();
    data.add(attachment(JsonFile.write(filing, edition, wording), folder));
    for (DataFile table : new CsvFiles(wording).write(filing)) {
      data.add(attachment(table, folder));
    }
    List<Callable<Path>> works = new ArrayList<>();
    works.add(() -> pdf(filing, edition, publication, data, folder));
    works.addAll(workbooks(filing, edition, publication, folder));
    if (publication.formats().contains(Format.HTML)) {
      works.add(() -> page(filing, edition, publication, folder));
    }
    data.forEach(file -> works.add(file::file)); // written already
    for (DataFile file : openData(filing, edition, publication)) {
      works.add(() -> put(folder.resolve(file.name()), file::write));
    }
    works.add(() -> put(folder.resolve(SCHEMA), Documents::schema));
    List<Path> written = SideBySide.all(works);
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
    Path written = put(folder.resolve(file.name()), file::write);
    return new Attachment(written, file.mediaType(), file.describes());
  }

  private Path pdf(
      Return filing,
      EditionMark edition,
      Publication publication,
      List<Attachment> data,
      Path folder)
      throws IOException {
    Path pdf = folder.resolve("return.pdf");
    return named(
        pdf,
        () -> {
          Path pages = Files.createTempFile(folder, "pages", ".pdf");
          try {
            PdfFinish.finish(pages, pdf, set(filing, edition, publication, pages), data);
          } finally {
            Files.delete(pages);
          }
        });
  }

  /** Sets the pages; the reading copy, which may be long, is needed no more when it returns. */
  private PdfIdentity set(Return filing, EditionMark edition, Publication publication, Path pages) {
    ReadingCopy copy = ReadingCopy.of(filing, edition, wording);
    new PdfPages(templates, wording).set(copy, publication.look(), pages);
    return PdfIdentity.of(
        copy, PdfStandard.of(publication.pdf()), wording.language(), filing.heading().asKnownAt());
  }

  /** What writes the bytes of a file. */
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /** What makes a file. */
  private interface Making {
    void run() throws IOException;
  }

  private static Path put(Path file, Writing writing) throws IOException {
    return named(
        file,
        () -> {
          try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            writing.to(out);
          }
        });
  }

  /** A file that cannot be written whole is named, with what to do. */
  private static Path named(Path file, Making making) throws IOException {
    try {
      making.run();
    } catch (IOException fault) {
      throw unwritten(file, fault);
    } catch (RuntimeException fault) { // as rows are put aside in temporary files
      if (fault.getCause() instanceof IOException cause) {
        throw unwritten(file, cause);
      }
      throw fault;
    }
    return file;
  }

  private static IOException unwritten(Path file, IOException fault) {
    return new IOException(
        "%s: could not be written: %s; make room there and for temporary files, and run it again"
            .formatted(file, fault.getMessage()),
        fault);
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

  private Path page(Return filing, EditionMark edition, Publication publication, Path folder)
      throws IOException {
    ReadingCopy copy = ReadingCopy.of(filing, edition, wording);
    byte[] page =
        WebPage.of(copy, wording.language(), publication.look()).getBytes(StandardCharsets.UTF_8);
    return put(folder.resolve("return.html"), out -> out.write(page));
  }

  private List<Callable<Path>> workbooks(
      Return filing, EditionMark edition, Publication publication, Path folder) {
    List<Callable<Path>> works = new ArrayList<>();
    for (Book book :
        new WorkbookPlan(filing, edition, wording, WorkbookPlan.ROWS_A_SHEET).books()) {
      if (publication.formats().contains(Format.XLSX)) {
        Path file = folder.resolve(book.name() + ".xlsx");
        works.add(
            () ->
                put(
                    file,
                    out ->
                        new WorkbookFile(wording, publication.look())
                            .write(book, filing.heading(), out)));
      }
      if (publication.formats().contains(Format.ODS)) {
        Path file = folder.resolve(book.name() + ".ods");
        works.add(
            () ->
                put(
                    file,
                    out ->
                        new OdsFile(wording, publication.look())
                            .write(book, filing.heading(), out)));
      }
    }
    return works;
  }

  private static void schema(OutputStream out) throws IOException {
    try (InputStream in = Documents.class.getResourceAsStream(SCHEMA)) {
      if (in == null) {
        throw new IllegalStateException(SCHEMA + " is not in the program");
      }
      in.transferTo(out);
    }
  }
}
