package org.spendreturns.document;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** The orders of a page that paint shapes and pictures, and that cut what is painted. */
final class PdfPainting {

  private static final Set<String> FILLS = Set.of("f", "F", "f*", "B", "B*", "b", "b*");
  private static final Set<String> EVEN_ODD = Set.of("f*", "B*", "b*", "W*");
  private static final double THIN = 2; // points: a thinner shape is a line, which hides nothing

  private final PdfSight sight;
  private GeneralPath path = new GeneralPath();
  private int cut = -1; // the rule of winding of a cut that is due; -1 for none

  private PdfPainting(PdfSight sight) {
    this.sight = sight;
  }

  static void addTo(PdfSight sight) {
    PdfPainting painting = new PdfPainting(sight);
    for (String order :
        List.of("re", "m", "l", "c", "v", "y", "h", "W", "W*", "n", "S", "s", "BI")) {
      sight.addOperator(painting.new Order(order));
    }
    FILLS.forEach(order -> sight.addOperator(painting.new Order(order)));
    sight.addOperator(painting.new Picture());
  }

  private final class Order extends OperatorProcessor {
    private final String name;

    Order(String name) {
      super(sight);
      this.name = name;
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) {
      float[] numbers = new float[operands.size()];
      for (int at = 0; at < numbers.length; at++) {
        numbers[at] = operands.get(at) instanceof COSNumber number ? number.floatValue() : 0;
      }
      if (numbers.length >= 2) {
        draw(numbers);
      } else {
        end();
      }
    }

    private void draw(float[] at) {
      boolean hasBegun = path.getCurrentPoint() != null;
      if (name.equals("re") && at.length >= 4) {
        rectangle(at[0], at[1], at[2], at[3]);
      } else if (name.equals("m") || !hasBegun) {
        Point2D to = point(at[at.length - 2], at[at.length - 1]);
        path.moveTo(to.getX(), to.getY());
      } else if (at.length >= 6) {
        curve(point(at[0], at[1]), point(at[2], at[3]), point(at[4], at[5]));
      } else if (at.length >= 4) {
        Point2D first = point(at[0], at[1]);
        Point2D second = point(at[2], at[3]);
        curve(
            name.equals("v") ? path.getCurrentPoint() : first,
            name.equals("v") ? first : second,
            second);
      } else {
        Point2D to = point(at[0], at[1]);
        path.lineTo(to.getX(), to.getY());
      }
    }

    private void end() {
      if (name.equals("h")) {
        if (path.getCurrentPoint() != null) {
          path.closePath();
        }
      } else if (name.startsWith("W")) {
        cut = winding();
      } else if (name.equals("BI")) {
        sight.picture(square());
      } else {
        if (FILLS.contains(name)) {
          Rectangle2D bounds = path.getBounds2D();
          path.setWindingRule(winding());
          if (Math.min(bounds.getWidth(), bounds.getHeight()) > THIN) {
            sight.fill(path);
          }
        }
        if (cut >= 0) {
          path.setWindingRule(cut);
          sight.getGraphicsState().intersectClippingPath(path);
        }
        cut = -1;
        path = new GeneralPath();
      }
    }

    private int winding() {
      return EVEN_ODD.contains(name) ? GeneralPath.WIND_EVEN_ODD : GeneralPath.WIND_NON_ZERO;
    }

    @Override
    public String getName() {
      return name;
    }
  }

  /** A picture, or a form whose own orders follow. */
  private final class Picture extends DrawObject {
    Picture() {
      super(sight);
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) throws IOException {
      boolean isPicture =
          !operands.isEmpty()
              && operands.get(0) instanceof COSName name
              && sight.getResources().isImageXObject(name);
      if (!isPicture) {
        super.process(operator, operands);
        return;
      }
      PDXObject object = sight.getResources().getXObject((COSName) operands.get(0));
      if (object instanceof PDImageXObject image
          && !image.isStencil()
          && !image.getCOSObject().containsKey(COSName.SMASK)
          && !image.getCOSObject().containsKey(COSName.MASK)) {
        sight.picture(square());
      }
    }
  }

  private void rectangle(float x, float y, float width, float height) {
    Point2D begin = point(x, y);
    path.moveTo(begin.getX(), begin.getY());
    for (Point2D corner :
        List.of(point(x + width, y), point(x + width, y + height), point(x, y + height))) {
      path.lineTo(corner.getX(), corner.getY());
    }
    path.closePath();
  }

  private void curve(Point2D one, Point2D other, Point2D to) {
    path.curveTo(one.getX(), one.getY(), other.getX(), other.getY(), to.getX(), to.getY());
  }

  private Point2D point(float x, float y) {
    return sight.getGraphicsState().getCurrentTransformationMatrix().transformPoint(x, y);
  }

  /** Where a picture stands: pictures are one by one, wherever the page puts them. */
  private GeneralPath square() {
    AffineTransform place =
        sight.getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
    return new GeneralPath(place.createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1)));
  }
}
