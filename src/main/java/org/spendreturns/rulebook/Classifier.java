package org.spendreturns.rulebook;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.Particulars.Field;

/**
 * Judges lines by one edition of a rulebook, for one body.
 *
 * <p>The same line always gets the same answer. Safe for any number of threads.
 */
public final class Classifier {

  private static final List<Field> FIELDS = List.of(Field.values());
  private static final int NO_ERA = -1;

  private final Rulebook rulebook;
  private final Overlay overlay;
  private final Phrasebook phrasebook;
  private final JudgedBefore judged = new JudgedBefore();

  /** For one body. */
  public Classifier(Rulebook rulebook, Overlay overlay) {
    this(rulebook, overlay, new Phrasebook(rulebook));
  }

  private Classifier(Rulebook rulebook, Overlay overlay, Phrasebook phrasebook) {
    this.rulebook = rulebook;
    this.overlay = overlay;
    this.phrasebook = phrasebook;
  }

  /** For another body, by the same rulebook, which is not made ready anew. */
  public Classifier forBody(Overlay other) {
    return new Classifier(rulebook, other, phrasebook);
  }

  /** The edition it judges by. */
  public Rulebook rulebook() {
    return rulebook;
  }

  /** Whether there is a text of a field that could lead to the topic. */
  public boolean canLead(Field field) {
    return field != Field.SUPPLIER_ID || !overlay.hasNoCodes();
  }

  /**
   * Whether the text of one field could lead to the topic: a line whose every field says no is not
   * of it, and needs no second look.
   */
  public boolean leads(Field field, String text) {
    return switch (field) {
      case SUPPLIER, DESCRIPTION, COST_CENTRE, EXPENSE_TYPE, HEADING, CONTRACT ->
          phrasebook.leads().touches(text) || isCode(field, text);
      case SUPPLIER_ID -> isCode(field, text);
      case REGISTRATION -> !text.isEmpty() && phrasebook.registered(text) != null;
    };
  }

  /** The same of a text that stands as bytes of ASCII, without white space at its ends. */
  public boolean leads(Field field, byte[] ascii, int from, int to) {
    if (!overlay.hasNoCodes() || field == Field.REGISTRATION) {
      return leads(field, new String(ascii, from, to - from, StandardCharsets.US_ASCII));
    }
    return field != Field.SUPPLIER_ID && phrasebook.leads().touches(ascii, from, to);
  }

  /**
   * Judges a line.
   *
   * @param on its date: a provider's name counts only while it was in use
   */
  public Classification classify(Particulars line, LocalDate on) {
    return classify(line, Optional.of(on));
  }

  /** Judges a line of which no date is known: a provider's names count from whatever time. */
  public Classification classify(Particulars line) {
    return classify(line, Optional.empty());
  }

  /** Whether a rule says something of a line, and no other rule silences it. */
  public boolean speaks(Rule rule, Particulars line) {
    return new Spoken(phrasebook, line).speaks(rule);
  }

  private Classification classify(Particulars line, Optional<LocalDate> on) {
    if (!isTouched(line)) {
      return Classification.NOTHING_FOUND;
    }
    JudgedBefore.Told told =
        new JudgedBefore.Told(telling(line), on.map(phrasebook::era).orElse(NO_ERA));
    Classification known = judged.to(told);
    if (known == null) {
      known = read(line, on);
      judged.keep(told, known);
    }
    return known;
  }

  /** The line without the texts that no judgement looks at: no phrase is in them, and no code. */
  private Particulars telling(Particulars line) {
    return new Particulars(
        line.supplier(),
        telling(Field.SUPPLIER_ID, line),
        telling(Field.REGISTRATION, line),
        telling(Field.DESCRIPTION, line),
        telling(Field.COST_CENTRE, line),
        telling(Field.EXPENSE_TYPE, line),
        telling(Field.HEADING, line),
        telling(Field.CONTRACT, line));
  }

  private String telling(Field field, Particulars line) {
    String text = line.text(field);
    boolean tells =
        field == Field.REGISTRATION
            ? phrasebook.registered(text) != null
            : isCode(field, text)
                || (Spoken.READ.contains(field) && phrasebook.all().touches(text));
    return tells ? text : "";
  }

  /** Judges a line with all evidence, also of one in which nothing leads to the topic. */
  Classification read(Particulars line, Optional<LocalDate> on) {
    Spoken spoken = new Spoken(phrasebook, line);
    PayeeSearch search = new PayeeSearch(rulebook, phrasebook, overlay);
    return new Judgement(
            rulebook, overlay, spoken, search.find(spoken, on), search.mentioned(spoken, on))
        .answer();
  }

  private boolean isTouched(Particulars line) {
    for (Field field : FIELDS) {
      if (leads(field, line.text(field))) {
        return true;
      }
    }
    return false;
  }

  private boolean isCode(Field field, String text) {
    return switch (field) {
      case SUPPLIER_ID -> Overlay.meaning(overlay.suppliers(), text).isPresent();
      case CONTRACT -> Overlay.meaning(overlay.contracts(), text).isPresent();
      case HEADING -> Overlay.meaning(overlay.headings(), text).isPresent();
      case COST_CENTRE -> Overlay.meaning(overlay.costCentres(), text).isPresent();
      default -> false;
    };
  }
}
