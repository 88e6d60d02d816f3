package org.spendreturns.batch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.spendreturns.intake.LedgerScan;
import org.spendreturns.intake.PrintedTotal;
import org.spendreturns.money.Money;
import org.spendreturns.returns.Wording;
import org.spendreturns.store.Scans.Note;

/** What a person should know of how an export was read: its printed totals, and what was chosen. */
final class ReadingNotes {

  private static final int TOTALS_SHOWN = 10; // of each export, of those that do not agree
  private static final int MESSAGE_AT_MOST = 8_000; // as wide as the notes' column

  private final Wording wording;

  ReadingNotes(Wording wording) {
    this.wording = wording;
  }

  /** Of a scan at its end. */
  List<Note> of(LedgerScan scan) {
    List<Note> notes = new ArrayList<>();
    Set<String> told = new HashSet<>();
    List<PrintedTotal> disagree = new ArrayList<>();
    for (PrintedTotal total : scan.printedTotals()) {
      told.add(total.toString());
      if (!total.agrees()) {
        disagree.add(total);
      }
    }
    disagree.stream().limit(TOTALS_SHOWN).forEach(total -> notes.add(difference(total)));
    if (disagree.size() > TOTALS_SHOWN) {
      notes.add(
          new Note(
              Note.Kind.NEEDS_A_PERSON,
              "%s: %,d more printed totals differ from the lines above them"
                  .formatted(disagree.get(0).at().file(), disagree.size() - TOTALS_SHOWN)));
    }
    agreeing(scan.printedTotals(), notes);
    scan.withoutSupplier()
        .ifPresent(
            note -> {
              told.add(note);
              notes.add(new Note(Note.Kind.NEEDS_A_PERSON, note));
            });
    scan.doubts().forEach(doubt -> notes.add(new Note(Note.Kind.NEEDS_A_PERSON, shortened(doubt))));
    scan.notes().stream()
        .filter(note -> !told.contains(note) && !scan.doubts().contains(note))
        .forEach(note -> notes.add(new Note(Note.Kind.SHOWN, shortened(note))));
    return notes;
  }

  private static void agreeing(List<PrintedTotal> totals, List<Note> notes) {
    List<PrintedTotal> agree = totals.stream().filter(PrintedTotal::agrees).toList();
    if (!agree.isEmpty()) {
      String file = agree.get(0).at().file();
      notes.add(
          new Note(
              Note.Kind.TOLD,
              agree.size() == 1
                  ? file + ": the lines come to the total that it prints"
                  : "%s: the lines come to %,d totals that it prints"
                      .formatted(file, agree.size())));
    }
  }

  private Note difference(PrintedTotal total) {
    Money read = total.sinceStart();
    boolean isLess = total.printed().isAtLeast(read);
    Money difference = isLess ? total.printed().minus(read) : read.minus(total.printed());
    return new Note(
        Note.Kind.NEEDS_A_PERSON,
        "%s: prints a total of %s; the lines above come to %s, %s %s; look for lines that were rejected, and check that the export is whole"
            .formatted(
                total.at(),
                wording.money(total.printed()),
                wording.money(read),
                wording.money(difference),
                isLess ? "less" : "more"));
  }

  private static String shortened(String note) {
    return note.length() <= MESSAGE_AT_MOST ? note : note.substring(0, MESSAGE_AT_MOST - 1) + "…";
  }
}
