package org.spendreturns.intake;

import java.util.ArrayList;
import java.util.List;
import org.spendreturns.ledger.HiddenParts;

/** The records of a workbook of any kind, and what all kinds note of how they were read. */
abstract class WorkbookRecords implements RecordSource {

  /** The export's name, as its lines are cited. */
  final String file;

  final HiddenSeen hidden = new HiddenSeen();
  final MergedCells merged = new MergedCells();
  private final String kind;
  private boolean from1904;

  /**
   * Nothing read yet.
   *
   * @param kind what such a file is called: {@code workbook (.xls)}
   */
  WorkbookRecords(String file, String kind) {
    this.file = file;
    this.kind = kind;
  }

  /** Has serial days count from 1904, as the workbook says. */
  final void countFrom1904() {
    from1904 = true;
  }

  @Override
  public final boolean from1904() {
    return from1904;
  }

  final SetAsideException damaged(Exception fault) {
    return WorkbookText.damaged(file, kind, fault);
  }

  @Override
  public final HiddenParts hidden() {
    return hidden.parts();
  }

  /** What one kind of workbook alone has to note. */
  List<String> ownNotes() {
    return List.of();
  }

  @Override
  public final List<String> notes() {
    List<String> all = new ArrayList<>();
    if (from1904) {
      all.add("days count from 1904");
    }
    all.addAll(ownNotes());
    merged.note().ifPresent(all::add);
    all.addAll(hidden.notes());
    return List.copyOf(all);
  }
}
