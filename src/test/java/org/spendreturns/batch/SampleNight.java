package org.spendreturns.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** The sample's night, always at the same instant; also in a process of its own. */
final class SampleNight {

  private SampleNight() {}

  static Installation in(Path folder) throws IOException {
    Installation place = Installation.withTheSample(folder);
    Runs.Ended ended = place.night(Instant.parse("2026-11-23T02:00:00Z"));
    if (ended.failure().isPresent()) {
      throw new AssertionError(ended.failure().get());
    }
    return place;
  }

  /** Takes the folder. */
  public static void main(String[] words) throws IOException {
    in(Path.of(words[0]));
  }
}
