package org.spendreturns.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.spendreturns.contract.ContractRegister;
import org.spendreturns.contract.ParentLoops;
import org.spendreturns.intake.DocumentListFile.DocumentList;
import org.spendreturns.intake.LedgerSettings;
import org.spendreturns.intake.Replacements;
import org.spendreturns.returns.Body;
import org.spendreturns.returns.Request;
import org.spendreturns.returns.Return.PlanDocument;
import org.spendreturns.returns.YearTable;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.rulebook.Rulebook;
import org.spendreturns.store.ReceivedFiles.ReceivedFile;

/**
 * What people had laid on file by an instant, understood.
 *
 * @param bodies by id
 * @param rulebooks every edition that can be used, ready to judge lines
 * @param requests in the order of body and reference
 * @param registers each with the body whose folder it lies in
 * @param unreadRegisters those of which the newest copy cannot be used, whether or not an older one
 *     stands in for it
 * @param documents lists of documents, each naming its body
 * @param ledgers exports, not yet read, by path
 * @param logos pictures beside the bodies' files
 * @param faults what could not be used, and what stands in for it
 */
record Inputs(
    Map<String, Read<BodyOnFile>> bodies,
    List<Read<Classifier>> rulebooks,
    List<Read<Request>> requests,
    List<Read<ContractRegister>> registers,
    List<ReceivedFile> unreadRegisters,
    List<Read<DocumentList>> documents,
    List<ReceivedFile> ledgers,
    List<ReceivedFile> logos,
    List<String> faults) {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /**
   * A value and the file it was read from.
   *
   * @param welsh what the file gives in Welsh too, by the English that it stands for
   */
  record Read<T>(ReceivedFile file, T value, Map<String, String> welsh) {}

  /** What a body's file says: of itself, how its ledgers are read, and which replace others. */
  record BodyOnFile(Body body, LedgerSettings ledgers, Replacements replacements) {}

  /** The body, or empty if it is not on file. */
  Optional<BodyOnFile> body(String id) {
    return Optional.ofNullable(bodies.get(id)).map(Read::value);
  }

  /** The edition of a topic's rulebook in force at an instant, or empty if none is. */
  Optional<Rulebook> rulebook(String topic, Instant at) {
    return ready(topic, at).map(Classifier::rulebook);
  }

  /** The same, ready to judge lines of a body of which nothing is known. */
  Optional<Classifier> ready(String topic, Instant at) {
    LocalDate day = at.atZone(LONDON).toLocalDate();
    Comparator<Rulebook> byAge =
        Comparator.comparing(Rulebook::inForceFrom).thenComparing(Rulebook::edition);
    return rulebooks.stream()
        .map(Read::value)
        .filter(edition -> edition.rulebook().topic().equals(topic))
        .filter(edition -> !edition.rulebook().inForceFrom().isAfter(day))
        .max(Comparator.comparing(Classifier::rulebook, byAge));
  }

  /** The topics that a body was asked about; every topic on file for a body nobody asked yet. */
  List<String> topicsOf(String body) {
    List<String> asked =
        requests.stream()
            .map(Read::value)
            .filter(request -> request.bodyId().equals(body))
            .map(Request::topicId)
            .distinct()
            .sorted()
            .toList();
    return asked.isEmpty()
        ? rulebooks.stream()
            .map(edition -> edition.value().rulebook().topic())
            .distinct()
            .sorted()
            .toList()
        : asked;
  }

  /** The requests, their files left out. */
  List<Request> asked() {
    return requests.stream().map(Read::value).toList();
  }

  /** The registers of a body, what goes round in a loop through several of them rejected. */
  List<ContractRegister> registersOf(String body) {
    return ParentLoops.refused(
        registers.stream()
            .filter(register -> register.file().owner().equals(body))
            .map(Read::value)
            .toList());
  }

  /** How many registers of a body cannot be used as they were last laid in. */
  int unreadRegistersOf(String body) {
    return (int) unreadRegisters.stream().filter(file -> file.owner().equals(body)).count();
  }

  List<PlanDocument> documentsOf(String body) {
    return documents.stream()
        .map(Read::value)
        .filter(list -> list.bodyId().equals(body))
        .flatMap(list -> list.documents().stream())
        .toList();
  }

  List<YearTable> tablesOf(String body) {
    return documents.stream()
        .map(Read::value)
        .filter(list -> list.bodyId().equals(body))
        .flatMap(list -> list.tables().stream())
        .toList();
  }

  /** What a body, those who ask it and a topic's rulebook give in Welsh, by the English. */
  Map<String, String> welsh(String body, String topic, Instant at) {
    Map<String, String> welsh = new HashMap<>();
    Stream<Read<?>> ofBody =
        Stream.of(
                Optional.ofNullable(bodies.get(body)).stream(),
                requests.stream().filter(read -> read.value().bodyId().equals(body)),
                documents.stream().filter(read -> read.value().bodyId().equals(body)),
                rulebooks.stream()
                    .filter(
                        read ->
                            rulebook(topic, at)
                                .filter(read.value().rulebook()::equals)
                                .isPresent()))
            .flatMap(Function.identity());
    ofBody.forEach(read -> read.welsh().forEach(welsh::putIfAbsent));
    return welsh;
  }

  /** Every file that a return of a body on a topic was made from, by path. */
  List<ReceivedFile> usedFor(String body, String topic) {
    List<ReceivedFile> used = new ArrayList<>();
    Optional.ofNullable(bodies.get(body))
        .ifPresent(
            read -> {
              used.add(read.file());
              read.value().body().publication().look().logo().stream()
                  .flatMap(logo -> logos.stream().filter(file -> file.name().equals(logo.file())))
                  .forEach(used::add);
            });
    rulebooks.stream()
        .filter(read -> read.value().rulebook().topic().equals(topic))
        .forEach(read -> used.add(read.file()));
    requests.stream()
        .filter(read -> read.value().bodyId().equals(body))
        .forEach(read -> used.add(read.file()));
    registers.stream()
        .filter(read -> read.file().owner().equals(body))
        .forEach(read -> used.add(read.file()));
    documents.stream()
        .filter(read -> read.value().bodyId().equals(body))
        .forEach(read -> used.add(read.file()));
    ledgers.stream().filter(file -> file.owner().equals(body)).forEach(used::add);
    used.sort(Comparator.comparing(ReceivedFile::path));
    return used;
  }

  /** What is on file, being gathered. */
  static final class Gathering {
    private final Map<String, Read<BodyOnFile>> bodies = new TreeMap<>();
    private final List<Read<Classifier>> rulebooks = new ArrayList<>();
    private final List<Read<Request>> requests = new ArrayList<>();
    private final List<Read<ContractRegister>> registers = new ArrayList<>();
    private final List<ReceivedFile> unreadRegisters = new ArrayList<>();
    private final List<Read<DocumentList>> documents = new ArrayList<>();
    private final List<ReceivedFile> ledgers = new ArrayList<>();
    private final List<ReceivedFile> logos = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    void body(Read<BodyOnFile> read) {
      Read<BodyOnFile> other = bodies.putIfAbsent(read.value().body().id(), read);
      if (other != null) {
        fault(
            "%s: body '%s' stands in %s already; this file is not used"
                .formatted(read.file().path(), read.value().body().id(), other.file().path()));
      }
    }

    void rulebook(Read<Classifier> read) {
      rulebooks.add(read);
    }

    void request(Read<Request> read) {
      requests.add(read);
    }

    void register(Read<ContractRegister> read) {
      registers.add(read);
    }

    void unreadRegister(ReceivedFile file) {
      unreadRegisters.add(file);
    }

    void documents(Read<DocumentList> read) {
      documents.add(read);
    }

    void ledgers(ReceivedFile file) {
      ledgers.add(file);
    }

    void logo(ReceivedFile file) {
      logos.add(file);
    }

    void fault(String message) {
      faults.add(message);
    }

    Inputs finish() {
      requests.sort(
          Comparator.comparing((Read<Request> read) -> read.value().bodyId())
              .thenComparing(read -> read.value().reference()));
      return new Inputs(
          bodies,
          rulebooks,
          requests,
          registers,
          unreadRegisters,
          documents,
          ledgers,
          logos,
          faults);
    }
  }
}
