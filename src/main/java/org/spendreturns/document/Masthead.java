package org.spendreturns.document;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spendreturns.returns.EditionMark;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;

/**
 * What a return is, in pairs of a name and a text: below its title, and on the workbook's cover.
 */
final class Masthead {

  private Masthead() {}

  static List<List<String>> of(Return filing, EditionMark edition, Wording wording) {
    Return.Heading heading = filing.heading();
    List<List<String>> pairs = new ArrayList<>();
    pairs.add(
        List.of(
            wording.say("meta.references"),
            heading.requests().isEmpty()
                ? wording.say("meta.unasked")
                : String.join("; ", heading.references())));
    if (!heading.requests().isEmpty()) {
      pairs.add(
          List.of(
              wording.say("meta.received"),
              each(heading, wording, asked -> received(asked, wording))));
      pairs.add(
          List.of(wording.say("meta.due"), each(heading, wording, asked -> due(asked, wording))));
      pairs.add(List.of(wording.say("meta.answered"), wording.day(heading.asKnownAt())));
    }
    if (!heading.requests().isEmpty() && !filing.held().isEmpty()) {
      pairs.add(List.of(wording.say("meta.held"), filing.held()));
    }
    pairs.add(List.of(wording.say("meta.years"), wording.years(heading.years())));
    pairs.add(List.of(wording.say("meta.edition"), edition(edition, wording)));
    pairs.add(List.of(wording.say("meta.asKnownAt"), wording.instant(heading.asKnownAt())));
    return pairs;
  }

  /** Said once if it is the same for every request; else of each, with its reference. */
  private static String each(
      Return.Heading heading, Wording wording, Function<Return.Asked, String> says) {
    List<String> sayings = heading.requests().stream().map(says).distinct().toList();
    return sayings.size() == 1
        ? sayings.get(0)
        : heading.requests().stream()
            .map(asked -> wording.say("meta.ofRequest", says.apply(asked), asked.reference()))
            .collect(Collectors.joining("; "));
  }

  private static String received(Return.Asked asked, Wording wording) {
    return asked.received().map(wording::date).orElseGet(() -> wording.say("meta.notOnFile"));
  }

  private static String due(Return.Asked asked, Wording wording) {
    return asked
        .due()
        .map(day -> wording.say("meta.due.day", wording.date(day)))
        .orElseGet(() -> wording.say("meta.due.unknown", asked.whyNoDue()));
  }

  private static String edition(EditionMark edition, Wording wording) {
    String number = String.valueOf(edition.number());
    OptionalInt before = edition.replaces();
    return before.isEmpty()
        ? wording.say("meta.edition.first", number)
        : edition
            .replacedAsKnownAt()
            .map(
                instant ->
                    wording.say(
                        "meta.edition.replaces.of",
                        number,
                        String.valueOf(before.getAsInt()),
                        wording.day(instant)))
            .orElseGet(
                () ->
                    wording.say(
                        "meta.edition.replaces", number, String.valueOf(before.getAsInt())));
  }
}
