package org.spendreturns.batch;

import java.util.ArrayList;
import java.util.List;
import org.spendreturns.batch.ExportsToScan.Export;
import org.spendreturns.ledger.RepeatedLines;
import org.spendreturns.ledger.RepeatedLines.SheetAgain;
import org.spendreturns.returns.Wording;
import org.spendreturns.store.Scans.Note;

/** What an export says twice, as a person reads it. Every line counts, until one decides. */
final class RepeatedNotes {

  private static final int SHEETS_SHOWN = 10; // of each export; the rest is a number

  private final Wording wording;

  RepeatedNotes(Wording wording) {
    this.wording = wording;
  }

  /** Of the lines of one export. */
  List<Note> of(Export export, SpreadLines lines, RepeatedLines repeated) {
    List<Note> notes = new ArrayList<>();
    notes.add(identical(export.name(), repeated));
    List<SheetAgain> sheets = repeated.sheetsAgain(lines.bySheet());
    sheets.stream().limit(SHEETS_SHOWN).forEach(sheet -> notes.add(again(export, sheet)));
    if (sheets.size() > SHEETS_SHOWN) {
      notes.add(
          new Note(
              Note.Kind.NEEDS_A_PERSON,
              "%s: of %,d more sheets most lines stand on another as well"
                  .formatted(export.name(), sheets.size() - SHEETS_SHOWN)));
    }
    return notes;
  }

  private static Note identical(String name, RepeatedLines repeated) {
    return new Note(
        Note.Kind.SHOWN,
        repeated
            .first()
            .map(
                first ->
                    "%s: %,d groups of identical lines, %,d lines in all, each counted; the first stands at line %,d"
                        .formatted(name, repeated.groups(), repeated.lines(), first.line()))
            .orElse(name + ": no two lines are identical"));
  }

  private Note again(Export export, SheetAgain sheet) {
    boolean isLetterForLetter = sheet.identical() == sheet.alike().lines();
    String found =
        "%s: %,d of the %,d lines of sheet '%s', %s in all, stand on sheet '%s' as well, %s; each is counted on both, so twice if they are the same payments; if they are, lay the export in again without one of the two sheets"
            .formatted(
                export.name(),
                sheet.alike().lines(),
                sheet.of(),
                sheet.sheet(),
                wording.money(sheet.alike().amount()),
                sheet.other(),
                isLetterForLetter
                    ? "letter for letter"
                    : "with the same date, amount and supplier");
    return isLetterForLetter
        ? new Note(
            Note.Kind.NEEDS_A_DECISION,
            found
                + ", or count all identical lines of it once: export decide \"%s\" --one-payment --who NAME --why REASON"
                    .formatted(export.path()))
        : new Note(Note.Kind.NEEDS_A_PERSON, found);
  }
}
