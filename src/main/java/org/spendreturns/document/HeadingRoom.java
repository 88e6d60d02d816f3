package org.spendreturns.document;

import java.util.List;
import java.util.OptionalInt;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRDesignField;
import net.sf.jasperreports.engine.design.JRDesignGroup;
import net.sf.jasperreports.engine.design.JRDesignSection;
import net.sf.jasperreports.engine.design.JasperDesign;
import org.spendreturns.document.Block.Paragraph;
import org.spendreturns.document.Block.Table;

/**
 * The height that must be free where a heading begins, lest it stand alone at a page's foot above a
 * table that is not torn.
 *
 * <p>The engine knows such a height as a group's, and no record can give it: here the template gets
 * a group for each step of height, which asks where a record's field of that step is true. An
 * expression that is a field and nothing more needs no compiler.
 */
final class HeadingRoom {

  /** The template's group of headings, which asks for less by itself. */
  private static final String HEADINGS = "Part";

  private static final int STEP = 40; // points
  private static final int LEAST = 200;
  private static final int MOST = 640; // a page has little more

  private static final int PART_POINTS = 38; // as the template gives the headings
  private static final int SECTION_POINTS = 28;
  private static final int PARAGRAPH_POINTS = 22; // with one line
  private static final int LINE_POINTS = 15;
  private static final int LETTERS_IN_A_LINE = 90;

  private HeadingRoom() {}

  /** The field of a record that says whether it asks for a step; false if it is not there. */
  static String field(int points) {
    return "room" + points;
  }

  /**
   * The step that headings need with what follows; empty if no table follows at once, or below one
   * paragraph. A table without a caption begins wherever its first rows fit, and needs none.
   *
   * @param isPart whether a part's heading is among them
   * @param isSection whether a section's is
   */
  static OptionalInt needed(boolean isPart, boolean isSection, List<Block> following) {
    int points = (isPart ? PART_POINTS : 0) + (isSection ? SECTION_POINTS : 0);
    List<Block> below = following;
    if (below.get(0) instanceof Paragraph paragraph) {
      points += PARAGRAPH_POINTS + paragraph.text().length() / LETTERS_IN_A_LINE * LINE_POINTS;
      below = below.subList(1, below.size());
    }
    if (below.isEmpty() || !(below.get(0) instanceof Table table) || table.caption().isEmpty()) {
      return OptionalInt.empty();
    }
    int steps = (points + TableTemplate.Shape.pointsKept(table) + STEP - 1) / STEP;
    return OptionalInt.of(Math.min(MOST, Math.max(LEAST, steps * STEP)));
  }

  /**
   * Gives the template of the pages the groups, outside of its group of headings.
   *
   * @throws JRException if the template has a field or group that the program gives
   * @throws IllegalArgumentException if it has no group of headings
   */
  static void addTo(JasperDesign design) throws JRException {
    if (!(design.removeGroup(HEADINGS) instanceof JRDesignGroup headings)) {
      throw new IllegalArgumentException(
          "expected a group '%s', found none; put it back".formatted(HEADINGS));
    }
    for (int points = LEAST; points <= MOST; points += STEP) {
      JRDesignField field = new JRDesignField();
      field.setName(field(points));
      field.setValueClass(Boolean.class);
      design.addField(field);
      JRDesignBand asking = new JRDesignBand(); // of no height: it is there or not
      asking.setPrintWhenExpression(new JRDesignExpression("$F{%s}".formatted(field(points))));
      JRDesignGroup group = new JRDesignGroup();
      group.setName("Room " + points);
      group.setExpression(headings.getExpression()); // begins anew with each heading
      group.setMinHeightToStartNewPage(points);
      ((JRDesignSection) group.getGroupHeaderSection()).addBand(asking);
      design.addGroup(group);
    }
    design.addGroup(headings);
  }
}
