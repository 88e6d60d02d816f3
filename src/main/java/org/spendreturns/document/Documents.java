package org.spendreturns.document;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
   * @return the files written, in the order of a reader's interest
   * @throws BrokenTemplateException if a template is missing or broken
   * @throws IOException if a file cannot be written, as on a full disk; it names the file and what
   *     to do, and what is in the folder is then not whole
   */
  public List<Path> write(Return filing, EditionMark edition, Publication publication, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    List<DataFile> data = new ArrayList<>();
    data.add(JsonFile.write(filing, edition, wording));
    data.addAll(new CsvFiles(wording).write(filing));
    List<Path> written = new ArrayList<>();
    ReadingCopy copy = ReadingCopy.of(filing, edition, wording);
    byte[] pages = new PdfPages(templates, wording).set(copy);
    Instant asKnownAt = filing.heading().asKnownAt();
    PdfStandard standard = PdfStandard.of(publication.pdf());
    byte[] pdf = PdfFinish.finish(pages, standard, copy, wording.language(), asKnownAt, data);
    written.add(put(folder.resolve("return.pdf"), out -> out.write(pdf)));
    written.addAll(workbooks(filing, edition, publication, folder));
    if (publication.formats().contains(Format.HTML)) {
      byte[] page = WebPage.of(copy, wording.language()).getBytes(StandardCharsets.UTF_8);
      written.add(put(folder.resolve("return.html"), out -> out.write(page)));
    }
    data.addAll(openData(filing, edition, publication));
    for (DataFile file : data) {
      written.add(put(folder.resolve(file.name()), file::write));
    }
    written.add(put(folder.resolve(SCHEMA), Documents::schema));
    return List.copyOf(written);
  }

  /** What writes the bytes of a file. */
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /** A file that cannot be written whole is named, with what to do. */
  private static Path put(Path file, Writing writing) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      writing.to(out);
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

  private List<Path> workbooks(
      Return filing, EditionMark edition, Publication publication, Path folder) throws IOException {
    List<Path> written = new ArrayList<>();
    for (Book book :
        new WorkbookPlan(filing, edition, wording, WorkbookPlan.ROWS_A_SHEET).books()) {
      if (publication.formats().contains(Format.XLSX)) {
        written.add(
            put(
                folder.resolve(book.name() + ".xlsx"),
                out -> new WorkbookFile(wording).write(book, filing.heading(), out)));
      }
    }
    return written;
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
