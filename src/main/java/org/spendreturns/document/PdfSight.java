package org.spendreturns.document;

import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorN;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorSpace;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceCMYKColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceGrayColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceRGBColor;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pages of a PDF once, in the order in which they are painted: gives the text of each,
 * and names text that is in the file and cannot be seen.
 */
final class PdfSight extends PDFTextStripper {

  private static final float SMALLEST = 4; // points: smaller is not meant to be read
  private static final float NARROWEST = 0.2f; // of its height: narrower is a line
  private static final double HARDLY_THERE = 0.1; // alpha
  private static final double OPAQUE = 0.9; // alpha
  private static final double MIDDLE = 0.3; // of a sign's height, above its line

  /**
   * A text painted at once: where the middle of each of its signs stands, and the corners of what
   * they span.
   */
  private record Run(String text, List<Point2D> middles, Point2D low, Point2D high) {
    static Run of(String text, List<Point2D> middles) {
      DoubleSummaryStatistics across = new DoubleSummaryStatistics();
      DoubleSummaryStatistics up = new DoubleSummaryStatistics();
      for (Point2D at : middles) {
        across.accept(at.getX());
        up.accept(at.getY());
      }
      return new Run(
          text,
          middles,
          new Point2D.Double(across.getMin(), up.getMin()),
          new Point2D.Double(across.getMax(), up.getMax()));
    }

    /** Whether no sign can be within these bounds, as is true of most: a glance tells it. */
    boolean isBeside(Rectangle2D bounds) {
      return high.getX() < bounds.getMinX()
          || low.getX() > bounds.getMaxX()
          || high.getY() < bounds.getMinY()
          || low.getY() > bounds.getMaxY();
    }
  }

  /** What was painted: its colour is empty if it is a picture or a pattern. */
  private record Ground(GeneralPath shape, Optional<Integer> colour) {}

  private final Gate.Faults faults;
  private final Consumer<String> taker;
  private final Set<String> told = new HashSet<>();
  private final List<Ground> grounds = new ArrayList<>(); // of the page, the last on top
  private final List<Run> runs = new ArrayList<>(); // of the page
  private PDRectangle crop = new PDRectangle(); // of the page
  private float unit = 1; // of the page, in points
  private List<Point2D> middles = new ArrayList<>(); // of the run
  private StringBuilder text = new StringBuilder(); // of the run
  private Set<String> whys = new HashSet<>(); // of the run
  private @Nullable PDColor lastColour;
  private Optional<Integer> lastRgb = Optional.empty();

  /** Pages whose text goes to the taker, one after the other. */
  PdfSight(Gate.Faults faults, Consumer<String> taker) {
    this.faults = faults;
    this.taker = taker;
    addOperator(new SetNonStrokingColor(this));
    addOperator(new SetNonStrokingColorN(this));
    addOperator(new SetNonStrokingColorSpace(this));
    addOperator(new SetNonStrokingDeviceCMYKColor(this));
    addOperator(new SetNonStrokingDeviceGrayColor(this));
    addOperator(new SetNonStrokingDeviceRGBColor(this));
    PdfPainting.addTo(this);
  }

  @Override
  protected void startPage(PDPage page) {
    output = new StringWriter();
  }

  @Override
  protected void endPage(PDPage page) {
    taker.accept(output.toString());
  }

  @Override
  public void processPage(PDPage page) throws IOException {
    grounds.clear();
    runs.clear();
    crop = page.getCropBox();
    unit = page.getUserUnit();
    super.processPage(page);
  }

  // ---- what is painted ----

  /** Fills a shape of the page with the colour at hand. */
  void fill(GeneralPath shape) {
    paint(new Ground(shape, colour()));
  }

  /** Puts a picture on the page that nothing shines through. */
  void picture(GeneralPath shape) {
    paint(new Ground(shape, Optional.empty()));
  }

  private void paint(Ground ground) {
    PDGraphicsState state = getGraphicsState();
    boolean isOpaque =
        state.getNonStrokeAlphaConstant() >= OPAQUE
            && state.getBlendMode() == BlendMode.NORMAL
            && state.getSoftMask() == null;
    if (isOpaque) {
      grounds.add(ground);
      Rectangle2D bounds = ground.shape().getBounds2D();
      for (Run run : runs) {
        if (!run.isBeside(bounds) && run.middles().stream().anyMatch(at -> isWithin(at, ground))) {
          tell("text lies under what is painted over it: '%s'", run.text());
        }
      }
    }
  }

  private boolean isWithin(Point2D at, Ground ground) {
    return ground.shape().contains(at) && getGraphicsState().getCurrentClippingPath().contains(at);
  }

  private Optional<Integer> colour() {
    PDColor colour = getGraphicsState().getNonStrokingColor();
    if (colour != lastColour) {
      lastColour = colour;
      lastRgb = rgb(colour);
    }
    return lastRgb;
  }

  private static Optional<Integer> rgb(PDColor colour) {
    if (colour.isPattern()) {
      return Optional.empty();
    }
    try {
      return Optional.of(colour.toRGB());
    } catch (IOException | UnsupportedOperationException unknown) {
      return Optional.empty(); // a colour that cannot be told is not judged
    }
  }

  // ---- what is written ----

  @Override
  protected void showText(byte[] string) throws IOException {
    middles = new ArrayList<>(string.length);
    text = new StringBuilder();
    whys = new HashSet<>();
    super.showText(string);
    if (!text.toString().isBlank()) {
      whys.forEach(why -> tell(why, text.toString()));
      runs.add(Run.of(text.toString(), middles));
    }
  }

  @Override
  protected void showGlyph(Matrix rendering, PDFont font, int code, Vector displacement)
      throws IOException {
    super.showGlyph(rendering, font, code, displacement);
    String sign = font.toUnicode(code);
    if (sign == null || sign.isBlank()) {
      text.append(' ');
      return;
    }
    text.append(sign);
    Point2D middle = rendering.transformPoint(displacement.getX() / 2, (float) MIDDLE);
    boolean isFirst = middles.isEmpty();
    middles.add(middle);
    judge(rendering, middle, isFirst);
  }

  private void judge(Matrix rendering, Point2D middle, boolean isFirst) {
    float high = rendering.getScalingFactorY() * unit;
    float wide = rendering.getScalingFactorX() * unit;
    if (!crop.contains((float) middle.getX(), (float) middle.getY())) {
      whys.add("text stands outside the page: '%s'");
      return;
    }
    if (Math.abs(high) < SMALLEST || Math.abs(wide) < NARROWEST * Math.abs(high)) {
      whys.add("text is too small to be read: '%s'");
    }
    if (isFirst) {
      PDGraphicsState state = getGraphicsState();
      RenderingMode mode = state.getTextState().getRenderingMode();
      boolean isDrawn = mode.isFill() || mode.isStroke();
      if (!isDrawn || state.getNonStrokeAlphaConstant() < HARDLY_THERE) {
        whys.add("text is invisible; write it so that it is seen, or leave it out");
      } else if (mode.isFill() && !mode.isStroke()) {
        contrast(middle);
      }
    }
    if (!getGraphicsState().getCurrentClippingPath().contains(middle)) {
      whys.add("text is cut away, and cannot be seen: '%s'");
    }
  }

  private void contrast(Point2D middle) {
    Optional<Integer> ground = Optional.of(Contrast.WHITE);
    for (int at = grounds.size() - 1; at >= 0; at--) {
      if (grounds.get(at).shape().contains(middle)) {
        ground = grounds.get(at).colour();
        break;
      }
    }
    Optional<Integer> colour = colour();
    if (colour.isPresent() && ground.isPresent() && !Contrast.isSeen(colour.get(), ground.get())) {
      whys.add(
          "text is written in %s on %s, and cannot be seen: '%%s'"
              .formatted(Contrast.name(colour.get()), Contrast.name(ground.get())));
    }
  }

  private void tell(String why, String text) {
    String place = "page " + getCurrentPageNo();
    String what = why.formatted(GateOfTable.brief(text));
    if (told.add(place + what)) {
      faults.add(place, what);
    }
  }
}
