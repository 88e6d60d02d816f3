package org.spendreturns.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The faults found so far in a file that is read to its end before it is refused. */
final class Faults {

  private final List<String> found = new ArrayList<>();

  /** The part, or empty if it is faulty; then its faults are kept. */
  <T> Optional<T> keep(Supplier<T> part) {
    try {
      return Optional.of(part.get());
    } catch (FaultyInputException fault) {
      found.addAll(fault.faults());
      return Optional.empty();
    }
  }

  /** Adds a fault at a place. */
  void add(YamlNode place, String message) {
    found.add(place.place() + ": " + message);
  }

  /** Refuses the file if it has any fault. */
  void refuse() {
    if (!found.isEmpty()) {
      throw new FaultyInputException(found);
    }
  }
}
