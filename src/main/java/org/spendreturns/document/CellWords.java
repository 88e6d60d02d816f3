package org.spendreturns.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.spendreturns.document.DataTable.Column;
import org.spendreturns.document.DataTable.Count;
import org.spendreturns.document.DataTable.Datum;
import org.spendreturns.document.DataTable.Day;
import org.spendreturns.document.DataTable.Link;
import org.spendreturns.document.DataTable.Sum;
import org.spendreturns.document.DataTable.Text;
import org.spendreturns.document.DataTable.Worth;
import org.spendreturns.returns.Passage;
import org.spendreturns.returns.Value;
import org.spendreturns.returns.Wording;

/** What the cells of a sheet show, and the room they take, whatever the format of the workbook. */
final class CellWords {

  /** Characters that a cell holds at most, in Excel and in Calc. */
  static final int LONGEST = 32_767;

  /** Withheld; Analysis Function shorthand, before the words that say why. */
  static final String CONFIDENTIAL = "[c]";

  private static final int WIDEST = 60; // characters; longer texts wrap
  private static final int WIDEST_BESIDE_SUMS = 26; // words in a sum's place
  private static final int INTO_THE_MARGIN = 1; // characters
  private static final int LONG_TEXT = 300; // characters: from here a column may be wider
  private static final int WIDEST_OF_LONG_TEXT = 110;
  private static final int WIDEST_OF_ALL = 240; // a column cannot be wider than 255
  private static final int LINES = 26; // a row cannot be higher than 28
  private static final int ACROSS = 220; // characters on a page across that can still be read
  private static final int NARROWEST = 32; // of a text, to come nearer to that
  private static final int STEP = 4; // characters
  private static final int UPRIGHT = 96; // characters on an upright page

  private final Wording wording;

  CellWords(Wording wording) {
    this.wording = wording;
  }

  /**
   * What a table needs of a sheet.
   *
   * @param rows how many it has
   * @param columns what each needs
   */
  record Extent(long rows, List<Breadth> columns) {
    /** Keeps its own copy. */
    Extent {
      columns = List.copyOf(columns);
    }
  }

  /**
   * What a column needs.
   *
   * @param characters how wide it is, without its margin; longer texts wrap
   * @param isNumeric whether it holds sums, counts or days, or words in their place
   */
  record Breadth(int characters, boolean isNumeric) {

    private static final int MARGIN = 3; // characters, for the filter arrow of some readers
    private static final int INDENT = 2; // of numbers, from the column to their right

    /**
     * The cover's only column: LibreOffice does not shrink one to a page, and may lack our font.
     */
    static final Breadth COVER = new Breadth(76, false);

    /** With its margin. A number that is wider would run into the next column, or be hidden. */
    int width() {
      return characters + MARGIN + (isNumeric ? INDENT : 0);
    }
  }

  /** Measures a table by going through its rows once. */
  Extent measure(DataTable table) {
    int[] longest = new int[table.columns().size()];
    int[] longestNumber = new int[longest.length];
    int[] least = new int[longest.length]; // that a text needs lest it be higher than a row
    int[] narrowest = new int[longest.length]; // the same, where room is short
    for (int column = 0; column < longest.length; column++) {
      longest[column] = longestLine(table.columns().get(column).title());
    }
    long rows = 0;
    for (List<Datum> row : table.rows()) {
      rows++;
      for (int column = 0; column < longest.length; column++) {
        String shown = shown(row.get(column));
        int line = longestLine(shown);
        longest[column] = Math.max(longest[column], line);
        least[column] = Math.max(least[column], leastWidth(shown, WIDEST));
        narrowest[column] = Math.max(narrowest[column], leastWidth(shown, NARROWEST));
        if (isNumber(row.get(column))) {
          longestNumber[column] = Math.max(longestNumber[column], line);
        }
      }
    }
    List<Breadth> columns = new ArrayList<>();
    for (int column = 0; column < longest.length; column++) {
      boolean isNumeric = isNumeric(table.columns().get(column));
      int most = longest[column] > LONG_TEXT ? WIDEST_OF_LONG_TEXT : WIDEST;
      if (isNumeric) {
        most = Math.max(WIDEST_BESIDE_SUMS, longestNumber[column]); // a number does not wrap
      }
      int own = Math.min(longest[column], most);
      int width = least[column] > WIDEST ? Math.max(least[column], own) : own;
      columns.add(new Breadth(width, isNumeric));
    }
    return new Extent(rows, narrowed(columns, narrowest));
  }

  /** Narrows texts, the widest first, until a page across has room for all columns. */
  private static List<Breadth> narrowed(List<Breadth> columns, int[] least) {
    List<Breadth> narrowed = new ArrayList<>(columns);
    for (int most = WIDEST - STEP; most >= NARROWEST && width(narrowed) > ACROSS; most -= STEP) {
      for (int column = 0; column < least.length; column++) {
        Breadth wide = narrowed.get(column);
        if (!wide.isNumeric()) {
          int width = Math.min(wide.characters(), Math.max(most, least[column]));
          narrowed.set(column, new Breadth(width, false));
        }
      }
    }
    return narrowed;
  }

  private static int width(List<Breadth> columns) {
    return columns.stream().mapToInt(Breadth::width).sum();
  }

  /** Whether columns stand side by side on an upright page. */
  static boolean isUpright(List<Breadth> columns) {
    return width(columns) <= UPRIGHT;
  }

  /** From a width on, the first at which a text is no higher than a row can be. */
  private static int leastWidth(String text, int from) {
    int width = from;
    if (text.length() >= LINES * from / 2) {
      while (width < WIDEST_OF_ALL && lines(text, width) > LINES) {
        width += STEP;
      }
    }
    return width;
  }

  private static boolean isNumeric(Column column) {
    return switch (column.kind()) {
      case WORTH, SUM, COUNT, DAY -> true;
      case TEXT -> false;
    };
  }

  private static boolean isNumber(Datum datum) {
    return datum instanceof Sum
        || datum instanceof Count
        || datum instanceof Day
        || (datum instanceof Worth worth
            && (worth.value() instanceof Value.Amount || worth.value() instanceof Value.AtLeast));
  }

  /** What a reader sees in the cell. */
  String shown(Datum datum) {
    if (datum instanceof Text words) {
      return fitting(words.text());
    } else if (datum instanceof Link link) {
      return fitting(link.text());
    } else if (datum instanceof Worth worth) {
      String words = wording.words(worth.value());
      return fitting(worth.value() instanceof Value.Withheld ? CONFIDENTIAL + " " + words : words);
    } else if (datum instanceof Sum sum) {
      return wording.money(sum.amount());
    } else if (datum instanceof Count count) {
      return wording.count(count.number());
    } else if (datum instanceof Day day) {
      return wording.date(day.day());
    }
    throw new IllegalArgumentException(datum + " is no cell");
  }

  /**
   * A text as a cell can hold it: one that is too long ends by saying so, a tab is a space, for a
   * cell has no stops, and a character that XML has no place for stands as its number, {@code
   * [U+0007]}.
   */
  String fitting(String words) {
    String text = Passage.plain(words);
    String sound = text.codePoints().allMatch(CellWords::isForCells) ? text : numbered(text);
    if (sound.length() <= LONGEST) {
      return sound;
    }
    String told = wording.say("cell.cut", wording.count(sound.length()));
    int end = LONGEST - told.length();
    return sound.substring(0, Character.isHighSurrogate(sound.charAt(end - 1)) ? end - 1 : end)
        + told;
  }

  private static String numbered(String text) {
    StringBuilder numbered = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (point == '\t') {
                numbered.append(' ');
              } else if (isForCells(point)) {
                numbered.appendCodePoint(point);
              } else {
                numbered.append(String.format(Locale.ROOT, "[U+%04X]", point));
              }
            });
    return numbered.toString();
  }

  private static boolean isForCells(int point) {
    boolean isControl = point < ' ' && point != '\n' && point != '\r';
    boolean isHalf = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return !isControl && !isHalf && point != 0xFFFE && point != 0xFFFF;
  }

  /** The words before a sum that is not the whole. */
  static String atLeast(Wording wording) {
    String filled = wording.say("value.atLeast", "\u0000");
    return filled.substring(0, filled.indexOf('\u0000'));
  }

  /**
   * How many lines a text takes in a column of so many characters, broken between its words; a few
   * go into its margin.
   */
  static int lines(String text, int characters) {
    int width = characters + INTO_THE_MARGIN;
    if (text.length() <= width && text.indexOf('\n') < 0) {
      return 1;
    }
    int lines = 0;
    for (String paragraph : text.split("\\R", -1)) {
      lines++;
      int from = 0;
      while (paragraph.length() - from > width) {
        int space = paragraph.lastIndexOf(' ', from + width);
        from = space > from ? space + 1 : from + width;
        lines++;
      }
    }
    return lines;
  }

  private static int longestLine(String text) {
    return text.lines().mapToInt(String::length).max().orElse(0);
  }
}
