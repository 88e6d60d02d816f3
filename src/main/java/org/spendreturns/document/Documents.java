package org.spendreturns.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
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
    List<DataFile> data = new ArrayList<>();
    data.add(JsonFile.write(filing, edition, wording));
    data.addAll(new CsvFiles(wording).write(filing));
    List<Path> written = new ArrayList<>();
    ReadingCopy copy = ReadingCopy.of(filing, edition, wording);
    written.add(pdf(filing, copy, publication, data, folder));
    Path workbook = folder.resolve("return.xlsx");
    try (OutputStream out = Files.newOutputStream(workbook)) {
      new WorkbookFile(wording).write(filing, edition, out);
    }
    written.add(workbook);
    String page = WebPage.of(copy, wording.language(), publication);
    written.add(Files.writeString(folder.resolve("return.html"), page));
    for (DataFile file : data) {
      written.add(Files.writeString(folder.resolve(file.name()), file.text()));
    }
    written.add(schema(folder));
    return List.copyOf(written);
  }

  private Path pdf(
      Return filing, ReadingCopy copy, Publication publication, List<DataFile> data, Path folder)
      throws IOException {
    Path pdf = folder.resolve("return.pdf");
    Path pages = Files.createTempFile(folder, "pages", ".pdf");
    try {
      new PdfPages(templates, wording).set(copy, publication, pages);
      PdfStandard standard = PdfStandard.of(publication.pdf());
      PdfFinish.finish(
          pages, pdf, standard, copy, wording.language(), filing.heading().asKnownAt(), data);
    } finally {
      Files.delete(pages);
    }
    return pdf;
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
