package org.spendreturns.returns;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a search of the records reaches.
 *
 * @param ifNone what a cell says if nothing was found
 * @param isComplete whether a sum that was found is all there is
 * @param notes what a reader must know beside the cell
 */
record Search(Value ifNone, boolean isComplete, List<String> notes) {

  Search {
    notes = List.copyOf(notes);
  }

  /** The search of complete records. */
  static Search complete(List<String> notes) {
    return new Search(new Value.Nil(), true, notes);
  }

  /** The same search, with something more that is not known, so that a sum is "at least". */
  Search without(String missing, String note) {
    return new Search(ifNone, false, notes).beside(missing, note);
  }

  /** The same search, with something that forbids "none" and leaves a sum what it is. */
  Search beside(String missing, String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new Search(
        ifNone instanceof Value.Nil ? new Value.NoRecords(missing) : ifNone, isComplete, more);
  }

  /** What a cell says when these values were found. */
  Value found(List<Value> values, Wording wording) {
    if (values.isEmpty()) {
      return ifNone;
    }
    Value sum = Totals.of(values, wording);
    return isComplete ? sum : Totals.opened(sum);
  }
}
