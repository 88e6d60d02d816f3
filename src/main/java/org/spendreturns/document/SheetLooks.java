package org.spendreturns.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTColor;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDxf;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTRElt;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTRPrElt;

/** Whether what a workbook's styles make of a text can be seen. */
final class SheetLooks {

  private static final double SMALLEST = 4; // points
  private static final String NO_TEXT = ";+"; // as the format of a number: it shows nothing

  private final XSSFWorkbook workbook;
  private final Map<Integer, List<String>> faultsOfStyles = new HashMap<>();

  SheetLooks(XSSFWorkbook workbook) {
    this.workbook = workbook;
  }

  /** What hides a cell of a style. */
  List<String> faults(int style) {
    return faultsOfStyles.computeIfAbsent(style, unread -> faultsOf(style(style)));
  }

  XSSFCellStyle style(int style) {
    return workbook.getStylesSource().getStyleAt(style);
  }

  private List<String> faultsOf(XSSFCellStyle style) {
    List<String> found = new ArrayList<>();
    if (style.getDataFormatString().matches(NO_TEXT)) {
      found.add("its number format hides it; give it another");
    }
    colour(style.getFont().getXSSFColor())
        .flatMap(text -> unseen(text, ground(style)))
        .ifPresent(found::add);
    small(size(style)).ifPresent(found::add);
    return found;
  }

  private static double size(XSSFCellStyle style) {
    return style.getFont().getFontHeight() / 20.0;
  }

  private static Optional<String> small(double points) {
    return points < SMALLEST
        ? Optional.of("is too small to be read; write it larger")
        : Optional.empty();
  }

  private static Optional<String> unseen(int text, Optional<Integer> ground) {
    return ground
        .filter(each -> !Contrast.isSeen(text, each))
        .map(
            each ->
                "is written in %s on %s, and cannot be seen; give it another colour"
                    .formatted(Contrast.name(text), Contrast.name(each)));
  }

  /** The colour behind a cell; empty if it is a pattern of two. */
  private Optional<Integer> ground(XSSFCellStyle style) {
    FillPatternType fill = style.getFillPattern();
    if (fill == FillPatternType.NO_FILL) {
      return Optional.of(Contrast.WHITE);
    }
    return fill == FillPatternType.SOLID_FOREGROUND
        ? colour(style.getFillForegroundXSSFColor())
        : Optional.empty();
  }

  private static Optional<Integer> colour(@Nullable XSSFColor colour) {
    String argb = colour == null ? null : colour.getARGBHex();
    if (argb == null || argb.length() < 6) {
      boolean isPaper = colour != null && colour.isThemed() && colour.getTheme() == 0;
      return isPaper ? Optional.of(Contrast.WHITE) : Optional.empty(); // else black on white
    }
    int shade = Integer.parseInt(argb.substring(argb.length() - 6), 16);
    double tint = colour == null ? 0 : colour.getTint();
    return Optional.of(tint == 0 ? shade : tinted(shade, tint));
  }

  private static int tinted(int colour, double tint) {
    int tinted = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int part = colour >> shift & 0xFF;
      double other = tint < 0 ? part * (1 + tint) : part + (255 - part) * tint;
      tinted |= (int) Math.round(other) << shift;
    }
    return tinted;
  }

  private Optional<Integer> colour(CTColor colour) {
    XSSFColor read = XSSFColor.from(colour, new DefaultIndexedColorMap());
    if (colour.isSetTheme() && workbook.getTheme() != null) {
      workbook.getTheme().inheritFromThemeAsRequired(read);
    }
    return colour(read);
  }

  /** What hides a part of a text that looks otherwise than its cell. */
  List<String> faults(CTRElt[] runs, int style) {
    List<String> found = new ArrayList<>();
    for (CTRElt run : runs) {
      CTRPrElt looks = run.getRPr();
      if (looks != null && !run.getT().isBlank()) {
        for (CTColor colour : looks.getColorArray()) {
          colour(colour).flatMap(text -> unseen(text, ground(style(style)))).ifPresent(found::add);
        }
        if (looks.sizeOfSzArray() > 0) {
          small(looks.getSzArray(0).getVal()).ifPresent(found::add);
        }
      }
    }
    return found.stream().distinct().toList();
  }

  /** Whether the looks that a rule gives cells, by their number, hide what is in them. */
  boolean ruleHides(int number) {
    CTDxf looks = number < 0 ? null : workbook.getStylesSource().getDxfAt(number);
    if (looks == null) {
      return false;
    }
    boolean isNoText =
        looks.isSetNumFmt() && String.valueOf(looks.getNumFmt().getFormatCode()).matches(NO_TEXT);
    Optional<Integer> ground = Optional.of(Contrast.WHITE);
    if (looks.isSetFill() && looks.getFill().isSetPatternFill()) {
      var fill = looks.getFill().getPatternFill();
      ground = fill.isSetBgColor() ? colour(fill.getBgColor()) : Optional.empty();
    }
    boolean isUnseen = false;
    if (looks.isSetFont()) {
      for (CTColor colour : looks.getFont().getColorArray()) {
        Optional<Integer> behind = ground;
        isUnseen |= colour(colour).flatMap(text -> unseen(text, behind)).isPresent();
      }
    }
    return isNoText || isUnseen;
  }
}
