package org.spendreturns.rulebook;

import java.time.LocalDate;
import java.util.Optional;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.Particulars.Field;

/**
 * Judges lines by one edition of a rulebook, for one body.
 *
 * <p>The same line always gets the same answer. Safe for any number of threads.
 */
public final class Classifier {

  private final Rulebook rulebook;
  private final Overlay overlay;
  private final Phrasebook phrasebook;

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

  /**
   * Phrases without which no line is of the topic or for review, unless by a code of the body or a
   * registration number: a coarse sieve for bytes not yet split into fields.
   */
  public PhraseAutomaton leads() {
    return phrasebook.leads();
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
    return isTouched(line) ? read(line, on) : Classification.NOTHING_FOUND;
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
    PhraseAutomaton leads = phrasebook.leads();
    return leads.touches(line.supplier())
        || leads.touches(line.description())
        || leads.touches(line.costCentre())
        || leads.touches(line.expenseType())
        || leads.touches(line.heading())
        || leads.touches(line.contract())
        || (!line.registration().isEmpty() && phrasebook.registered(line.registration()) != null)
        || (!overlay.hasNoCodes() && hasCode(line));
  }

  private boolean hasCode(Particulars line) {
    return Overlay.meaning(overlay.suppliers(), line.text(Field.SUPPLIER_ID)).isPresent()
        || Overlay.meaning(overlay.contracts(), line.contract()).isPresent()
        || Overlay.meaning(overlay.headings(), line.heading()).isPresent()
        || Overlay.meaning(overlay.costCentres(), line.costCentre()).isPresent();
  }
}
