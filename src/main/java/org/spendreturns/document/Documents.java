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
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
 * date in a document is the instant as known at which the return was made. Fonts are read, and
 * templates compiled, once, at their first use; an instance may be used by one thread after
 * another.
 */
public final class Documents {

  private static final String SCHEMA = "return.schema.json";
  private static final String NAME = "return";

  private final Path templatesFolder;
  private @Nullable PageTemplates templates;

  /**
   * Documents by the templates of a folder, which is looked at when the first is written.
   *
   * @param templates holds {@code return.jrxml}, {@code table.jrxml} and {@code fonts/}
   */
  public Documents(Path templates) {
    this.templatesFolder = templates;
  }

  private synchronized PageTemplates templates() {
    if (templates == null) {
      templates = new PageTemplates(templatesFolder);
    }
    return templates;
  }

  /**
   * An edition of a return in one language.
   *
   * @param wording in which the return, and what changed since the edition before, was told
   */
  public record Telling(Return filing, EditionMark edition, Wording wording) {}

  /**
   * Writes {@code return.pdf}, {@code return.json} with its schema, the tables as CSV with their
   * description, and what else the body chose of workbooks, page and open data; the PDF also holds
   * JSON and CSV. What people read is written once in each language, as {@code return-cy.pdf}
   * beside {@code return.pdf}; what machines read once, in English.
   *
   * @param tellings of one edition, the English one first
   * @param publication what its body chose
   * @param beside JSON that stands in the folder already, as the manifest: the PDFs hold it too
   * @param folder where to; made if it is not there, files of these names are replaced
   * @throws BrokenTemplateException if a template or font is missing or broken
   * @throws IOException if a file cannot be written, as on a full disk; it names the file and what
   *     to do, and what is in the folder is then not whole
   */
  public Written write(
      List<Telling> tellings, Publication publication, List<Path> beside, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    Telling english = tellings.get(0);
    List<DataFile> data = new ArrayList<>();
    data.add(
        JsonFile.write(english.filing(), english.edition(), english.wording(), names(tellings)));
    data.addAll(new CsvFiles(english.wording()).write(english.filing()));
    List<Path> dataWritten = new ArrayList<>();
    for (DataFile file : data) {
      dataWritten.add(put(folder.resolve(file.name()), file::write));
    }
    List<Callable<Path>> works = new ArrayList<>();
    for (Telling telling : tellings) {
      works.addAll(
          forPeople(telling, publication, attached(telling, data, beside, folder), folder));
    }
    dataWritten.forEach(file -> works.add(() -> file));
    for (DataFile file : openData(english, publication)) {
      works.add(() -> put(folder.resolve(file.name()), file::write));
    }
    works.add(() -> put(folder.resolve(SCHEMA), Documents::schema));
    List<Path> written = SideBySide.all(works);
    return new Written(written, templates().takeUndrawn());
  }

  private static Map<String, String> names(List<Telling> tellings) {
    String english = tellings.get(0).filing().heading().bodyName();
    Map<String, String> names = new TreeMap<>();
    for (Telling telling : tellings) {
      String name = telling.filing().heading().bodyName();
      if (!name.equals(english)) {
        names.put(telling.wording().code(), name);
      }
    }
    return names;
  }

  /** How the files for people are called in a language, without their kind: {@code return-cy}. */
  static String name(Wording wording) {
    return wording.isEnglish() ? NAME : NAME + "-" + wording.code();
  }

  private List<Callable<Path>> forPeople(
      Telling telling, Publication publication, List<Attachment> attached, Path folder) {
    List<Callable<Path>> works = new ArrayList<>();
    works.add(() -> pdf(telling, publication, attached, folder));
    works.addAll(workbooks(telling, publication, folder));
    if (publication.formats().contains(Format.HTML)) {
      works.add(() -> page(telling, publication, folder));
    }
    return works;
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

  private static List<Attachment> attached(
      Telling telling, List<DataFile> data, List<Path> beside, Path folder) {
    List<Attachment> attached = new ArrayList<>();
    for (DataFile file : data) {
      String describes = telling.wording().say(file.describes());
      attached.add(new Attachment(folder.resolve(file.name()), file.mediaType(), describes));
    }
    for (Path file : beside) {
      String describes = telling.wording().say("file.manifest");
      attached.add(new Attachment(file, "application/json", describes));
    }
    return attached;
  }

  /** One after another: the pages of two long returns at once would take too much room. */
  private synchronized Path pdf(
      Telling telling, Publication publication, List<Attachment> attached, Path folder)
      throws IOException {
    Path pdf = folder.resolve(name(telling.wording()) + ".pdf");
    return named(
        pdf,
        () -> {
          Path pages = Files.createTempFile(folder, "pages", ".pdf");
          try {
            PdfFinish.finish(pages, pdf, set(telling, publication, pages), attached);
          } finally {
            Files.delete(pages);
          }
        });
  }

  /** Sets the pages; the reading copy, which may be long, is needed no more when it returns. */
  private PdfIdentity set(Telling telling, Publication publication, Path pages) {
    Wording wording = telling.wording();
    ReadingCopy copy = ReadingCopy.of(telling.filing(), telling.edition(), wording);
    new PdfPages(templates(), wording).set(copy, publication.look(), pages);
    return PdfIdentity.of(
        copy,
        PdfStandard.of(publication.pdf()),
        wording.language(),
        telling.filing().heading().asKnownAt());
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
      throw new NotWrittenException(file, fault);
    } catch (RuntimeException fault) { // as rows are put aside in temporary files
      if (fault.getCause() instanceof IOException cause) {
        throw new NotWrittenException(file, cause);
      }
      throw fault;
    }
    return file;
  }

  /** What stands beside the PDF and not in it. */
  private static List<DataFile> openData(Telling telling, Publication publication) {
    Return filing = telling.filing();
    OpenAgreements agreements = new OpenAgreements(filing, publication.ids());
    List<DataFile> files = new ArrayList<>();
    if (publication.formats().contains(Format.OCDS)) {
      new OcdsFile(filing, telling.edition(), agreements, telling.wording())
          .write()
          .ifPresent(files::add);
    }
    if (publication.formats().contains(Format.GRANTS)) {
      files.addAll(new GrantFiles(filing, agreements, telling.wording()).write());
    }
    return files;
  }

  /** Not while the PDF is made, which takes as much memory. */
  private synchronized Path page(Telling telling, Publication publication, Path folder)
      throws IOException {
    Wording wording = telling.wording();
    ReadingCopy copy = ReadingCopy.of(telling.filing(), telling.edition(), wording);
    byte[] page = WebPage.of(copy, wording, publication.look()).getBytes(StandardCharsets.UTF_8);
    return put(folder.resolve(name(wording) + ".html"), out -> out.write(page));
  }

  private static List<Callable<Path>> workbooks(
      Telling telling, Publication publication, Path folder) {
    Return filing = telling.filing();
    Wording wording = telling.wording();
    List<Callable<Path>> works = new ArrayList<>();
    for (Book book :
        new WorkbookPlan(filing, telling.edition(), wording, WorkbookPlan.ROWS_A_SHEET).books()) {
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
