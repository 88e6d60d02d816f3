package org.spendreturns.batch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spendreturns.returns.JointReturn;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;
import org.spendreturns.store.Editions;
import org.spendreturns.store.Editions.Address;
import org.springframework.stereotype.Component;

/** Returns made again: as they were issued, or of several bodies beside each other. */
@Component
class IssuedReturns {

  private final Filings filings;
  private final InputsOnFile inputs;
  private final Editions editions;

  IssuedReturns(Filings filings, InputsOnFile inputs, Editions editions) {
    this.filings = filings;
    this.inputs = inputs;
    this.editions = editions;
  }

  /**
   * What an edition said, made again from what was on file then.
   *
   * @param namesAsKnownAt the instant whose decisions on names it is shown under
   * @param wording in which it is told
   * @return empty if the edition is not on record, or if what can be made today says something
   *     else, as after a change of the program
   */
  Optional<Return> again(Address address, int number, Instant namesAsKnownAt, Wording wording) {
    return entry(address, number)
        .flatMap(
            entry -> {
              String content =
                  Filings.contentDigest(
                      filings.tellings(address, entry.asKnownAt()),
                      filings.publication(address, entry.asKnownAt()));
              return content.equals(entry.contentDigest())
                  ? Optional.of(filings.make(address, entry.asKnownAt(), namesAsKnownAt, wording))
                  : Optional.empty();
            });
  }

  /** The instant whose knowledge an edition shows; empty if it is not on record. */
  Optional<Instant> asKnownAt(Address address, int number) {
    return entry(address, number).map(Editions.Entry::asKnownAt);
  }

  private Optional<Editions.Entry> entry(Address address, int number) {
    return editions.all().stream()
        .filter(entry -> entry.address().equals(address) && entry.number() == number)
        .findFirst();
  }

  /**
   * The returns of several bodies for the same topic and years, added.
   *
   * @throws IllegalArgumentException if a body or the topic's rulebook is not on file, or if it is
   *     not two bodies at least
   */
  JointReturn joint(List<String> bodies, String topic, String years, Instant asKnownAt) {
    Inputs onFile = inputs.asKnownAt(asKnownAt);
    Set<String> names = // what one pays another is found by the name
        bodies.stream()
            .flatMap(body -> onFile.body(body).stream())
            .map(each -> each.body().name())
            .collect(Collectors.toSet());
    List<JointReturn.Party> parties = new ArrayList<>();
    for (String body : bodies.stream().distinct().toList()) {
      parties.add(
          new JointReturn.Party(
              filings.makeBeside(names, new Address(body, topic, years), asKnownAt),
              onFile.registersOf(body),
              withheld(onFile, body, topic, names, asKnownAt)));
    }
    return JointReturn.of(parties);
  }

  /** Names in a body's registers that its returns withhold; those of the bodies are told. */
  private Set<String> withheld(
      Inputs onFile, String body, String topic, Set<String> bodies, Instant asKnownAt) {
    Set<String> withheld = new HashSet<>();
    onFile
        .body(body)
        .ifPresent(
            found ->
                onFile
                    .ready(topic, asKnownAt)
                    .ifPresent(
                        ready ->
                            filings
                                .withheldNames(found.body(), ready, asKnownAt)
                                .forEach(name -> withheld.add(name.supplier()))));
    withheld.removeAll(bodies);
    return withheld;
  }
}
