package org.spendreturns.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * What a body's file says of its ledgers, where a ledger does not say it itself.
 *
 * @param layout the columns, if the body pins them; else they are recognised by their names
 * @param amounts which amount is read where a ledger has more than one
 * @param dates which date decides the year of a line where a ledger has more than one
 * @param dateOrder if the body says it; else all dates of the file decide
 * @param encoding if the body says it; else each line is UTF-8 or, failing that, Windows-1252
 * @param isOfFile whether the columns were said of this very file, so that no others will do
 * @param files what holds for files of some names instead, the first that matches
 * @param month of lines without a day of their own, if the body says it; else they are rejected
 * @param received the day the ledger was received, of which its file says nothing; no line can be
 *     dated more than a month later
 */
public record LedgerSettings(
    Optional<PinnedLayout> layout,
    AmountBasis amounts,
    DateBasis dates,
    Optional<DateOrder> dateOrder,
    Optional<Charset> encoding,
    boolean isOfFile,
    List<OfFiles> files,
    Optional<SaidMonth> month,
    Optional<LocalDate> received) {

  private static final String[] KEYS = {
    "amounts", "dates", "date-order", "encoding", "columns", "month", "files"
  };
  private static final String[] KEYS_OF_FILES = {
    "match", "amounts", "dates", "date-order", "encoding", "columns", "month"
  };

  /** Nothing said: net amounts by payment date, the rest as the file shows it. */
  public static final LedgerSettings DEFAULT =
      new LedgerSettings(
          Optional.empty(),
          AmountBasis.NET,
          DateBasis.PAYMENT,
          Optional.empty(),
          Optional.empty(),
          false,
          List.of(),
          Optional.empty(),
          Optional.empty());

  /** Keeps its own copy. */
  public LedgerSettings {
    files = List.copyOf(files);
  }

  /**
   * What a body says of some of its files.
   *
   * @param match of their names without folder or zip, with {@code *} and {@code ?} as in a shell
   * @param settings what holds for them
   */
  public record OfFiles(String match, LedgerSettings settings) {
    boolean isOf(String name) {
      return FileSystems.getDefault()
          .getPathMatcher("glob:" + match)
          .matches(Path.of(withoutFolders(name)));
    }
  }

  /** A file's own name, without the folders or the zip that it lies in. */
  static String withoutFolders(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('!')) + 1);
  }

  /**
   * Whether a ledger needs a column of dates: not if the body says of which month its lines are.
   */
  boolean needsDates() {
    return month.flatMap(SaidMonth::ofAll).isEmpty();
  }

  /** Whether a ledger cannot be read without a column of this role. */
  boolean needs(ColumnRole role) {
    return role == ColumnRole.DATE ? needsDates() : role.isRequired();
  }

  /** What holds for a file of this name. */
  LedgerSettings forFile(String name) {
    return files.stream()
        .filter(some -> some.isOf(name))
        .findFirst()
        .map(OfFiles::settings)
        .map(settings -> received.map(settings::receivedOn).orElse(settings))
        .orElse(this);
  }

  /** The same for a ledger that was received on a day. */
  public LedgerSettings receivedOn(LocalDate day) {
    return new LedgerSettings(
        layout, amounts, dates, dateOrder, encoding, isOfFile, files, month, Optional.of(day));
  }

  /** Which amount a line is counted with. */
  public enum AmountBasis {
    /** Without VAT that can be recovered. */
    NET,
    /** With VAT. */
    GROSS
  }

  /** Which date a line is counted by. */
  public enum DateBasis {
    /** The day the money left. */
    PAYMENT,
    /** The day it was entered in the ledger. */
    POSTING,
    /** The date of the supplier's invoice. */
    INVOICE,
    /** The day a grant was awarded. */
    AWARD
  }

  /**
   * Reads the mapping {@code ledger:} of a body's file, if it has one. Every key may be absent:
   * {@code amounts} (net, gross), {@code dates} (payment, posting, invoice, award), {@code
   * date-order} (d/m, m/d), {@code encoding}, {@code columns} (see {@link PinnedLayout}), {@code
   * month} (of-each-line, or under {@code files} a month like 2014-04), and {@code files}, a list
   * of the same keys with a {@code match}: they hold for files of such names.
   *
   * @throws FaultyInputException if a key or a value is not known
   */
  public static LedgerSettings ofBody(Path bodyFile) throws IOException {
    TextFile file = TextFile.read(bodyFile);
    return YamlNode.parse(file.name(), file.text())
        .find("ledger")
        .map(LedgerSettings::read)
        .orElse(DEFAULT);
  }

  static LedgerSettings read(YamlNode node) {
    node.allow(KEYS);
    LedgerSettings all = read(node, DEFAULT, false);
    List<OfFiles> files = new ArrayList<>();
    for (YamlNode some : node.items("files")) {
      some.allow(KEYS_OF_FILES);
      files.add(new OfFiles(match(some.get("match")), read(some, all, true)));
    }
    return new LedgerSettings(
        all.layout,
        all.amounts,
        all.dates,
        all.dateOrder,
        all.encoding,
        false,
        files,
        all.month,
        Optional.empty());
  }

  /** What a mapping says, and for the rest what holds without it. */
  private static LedgerSettings read(YamlNode node, LedgerSettings without, boolean ofFiles) {
    Optional<SaidMonth> month =
        node.find("month").map(said -> SaidMonth.read(said, ofFiles)).or(without::month);
    boolean needsDate = month.flatMap(SaidMonth::ofAll).isEmpty();
    return new LedgerSettings(
        node.find("columns")
            .map(columns -> PinnedLayout.read(columns, needsDate))
            .or(without::layout),
        choice(node, "amounts", AmountBasis.class, without.amounts),
        choice(node, "dates", DateBasis.class, without.dates),
        node.find("date-order").map(LedgerSettings::dateOrder).or(without::dateOrder),
        node.find("encoding").map(LedgerSettings::encoding).or(without::encoding),
        node.find("columns").isPresent(),
        List.of(),
        month,
        Optional.empty());
  }

  /** Names of files, as a shell would match them. */
  static String match(YamlNode node) {
    try {
      FileSystems.getDefault().getPathMatcher("glob:" + node.text());
      return node.text();
    } catch (PatternSyntaxException fault) {
      throw node.fault("'%s' matches no name; write it like 2012-*.csv".formatted(node.text()));
    }
  }

  private static <E extends Enum<E>> E choice(YamlNode node, String key, Class<E> of, E absent) {
    return node.find(key).map(value -> EnumText.read(value, of)).orElse(absent);
  }

  private static DateOrder dateOrder(YamlNode value) {
    for (DateOrder order : DateOrder.values()) {
      if (order.written().equals(value.text())) {
        return order;
      }
    }
    throw value.fault("'%s' is neither d/m nor m/d".formatted(value.text()));
  }

  private static Charset encoding(YamlNode value) {
    try {
      return Charset.forName(value.text());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException fault) {
      throw value.fault(
          "'%s' is no known encoding; write it like utf-8 or windows-1252".formatted(value.text()));
    }
  }
}
