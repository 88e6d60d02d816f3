package org.spendreturns.batch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.spendreturns.archive.Sha256;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.contract.Contract;
import org.spendreturns.contract.ContractRegister;
import org.spendreturns.intake.Regimes;
import org.spendreturns.ledger.Outcome.Rejected;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.returns.Body;
import org.spendreturns.returns.Language;
import org.spendreturns.returns.Law;
import org.spendreturns.returns.Method;
import org.spendreturns.returns.OnFile;
import org.spendreturns.returns.Publication;
import org.spendreturns.returns.Request;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.ReturnMaker;
import org.spendreturns.returns.Scope;
import org.spendreturns.returns.WithheldName;
import org.spendreturns.returns.Wording;
import org.spendreturns.rulebook.Answer;
import org.spendreturns.rulebook.Classification;
import org.spendreturns.rulebook.ClassifiedLine;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.rulebook.Provider;
import org.spendreturns.rulebook.ReviewQueue;
import org.spendreturns.rulebook.Rulebook;
import org.spendreturns.store.Editions.Address;
import org.spendreturns.store.NameDecisions;
import org.spendreturns.store.Scans;
import org.springframework.stereotype.Component;

/** Makes a return from what was on file at an instant; the same instant gives the same return. */
@Component
class Filings {

  private static final Law LAW = Regimes.law();

  private final InputsOnFile inputs;
  private final ExportsToScan exports;
  private final Scans scans;
  private final Settling settling;
  private final QualityOnFile quality;
  private final NameDecisions nameDecisions;

  Filings(
      InputsOnFile inputs,
      ExportsToScan exports,
      Scans scans,
      Settling settling,
      QualityOnFile quality,
      NameDecisions nameDecisions) {
    this.inputs = inputs;
    this.exports = exports;
    this.scans = scans;
    this.settling = settling;
    this.quality = quality;
    this.nameDecisions = nameDecisions;
  }

  /** The returns that the requests on file ask for, each once. */
  List<Address> asked(Instant asKnownAt) {
    return inputs.asKnownAt(asKnownAt).asked().stream().map(Filings::address).distinct().toList();
  }

  private static Address address(Request request) {
    return new Address(
        request.bodyId(), request.topicId(), FinancialYear.writeRange(request.years()));
  }

  /**
   * The return.
   *
   * @throws IllegalArgumentException if the body or the topic's rulebook is not on file
   */
  Return make(Address address, Instant asKnownAt) {
    return make(address, asKnownAt, asKnownAt, Wording.english());
  }

  /**
   * The return as of one instant, without the names that are withheld as of another: what is
   * withheld today must not be told by comparing with what was told once.
   */
  Return make(Address address, Instant asKnownAt, Instant namesAsKnownAt, Wording wording) {
    return make(address, asKnownAt, namesAsKnownAt, Set.of(), wording);
  }

  /** A return, and the words it is told in. */
  record Told(Return filing, Wording wording) {}

  /** The return in each of the languages that its body chose, English first. */
  List<Told> tellings(Address address, Instant asKnownAt) {
    return publication(address, asKnownAt).languages().stream()
        .map(language -> wording(language, address, asKnownAt))
        .map(wording -> new Told(make(address, asKnownAt, asKnownAt, wording), wording))
        .toList();
  }

  private Wording wording(Language language, Address address, Instant asKnownAt) {
    Map<String, String> welsh = new HashMap<>(Regimes.inWelsh());
    welsh.putAll(inputs.asKnownAt(asKnownAt).welsh(address.body(), address.topic(), asKnownAt));
    return Wording.in(language, welsh);
  }

  /** The return as it is added to those of other bodies, whose names it tells. */
  Return makeBeside(Set<String> bodies, Address address, Instant asKnownAt) {
    return make(address, asKnownAt, asKnownAt, bodies, Wording.english());
  }

  private Return make(
      Address address,
      Instant asKnownAt,
      Instant namesAsKnownAt,
      Set<String> bodies,
      Wording wording) {
    Inputs onFile = inputs.asKnownAt(asKnownAt);
    Body asItWas =
        onFile
            .body(address.body())
            .map(Inputs.BodyOnFile::body)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s: no body '%s' is on file; known are %s; lay bodies/%s.yaml in the input"
                            .formatted(
                                address,
                                address.body(),
                                String.join(", ", onFile.bodies().keySet()),
                                address.body())));
    Inputs ofNames = inputs.asKnownAt(namesAsKnownAt);
    Body body =
        ofNames
            .body(address.body())
            .map(known -> asItWas.deciding(known.body().redaction()))
            .orElse(asItWas);
    Classifier ready =
        onFile
            .ready(address.topic(), asKnownAt)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s: no rulebook for topic '%s' is in force; lay one in rulebooks/%s/"
                            .formatted(address, address.topic(), address.topic())));
    Rulebook rulebook = ready.rulebook();
    List<Request> requests =
        onFile.asked().stream().filter(request -> address(request).equals(address)).toList();
    return ReturnMaker.make(
        body,
        new Scope(
            address.topic(), rulebook.title(), FinancialYear.parseRange(address.years()), requests),
        gather(
            onFile,
            body,
            ready,
            asKnownAt,
            names(rulebook, ofNames, body, namesAsKnownAt, bodies),
            wording),
        LAW,
        asKnownAt,
        wording);
  }

  private OnFile gather(
      Inputs onFile,
      Body body,
      Classifier ready,
      Instant asKnownAt,
      OnFile.Names names,
      Wording wording) {
    Rulebook rulebook = ready.rulebook();
    Classifier classifier = BodyClassifier.of(body, ready);
    List<OnFile.Export> searched = new ArrayList<>();
    List<OnFile.Found> ofTopic = new ArrayList<>();
    List<OnFile.Found> forReview = new ArrayList<>();
    List<OnFile.Unread> rejected = new ArrayList<>();
    Settling.Tally tally = new Settling.Tally();
    for (ExportsToScan.Export export : exports.asKnownAt(asKnownAt)) {
      Scans.Scan scan = exports.scanOf(export);
      if (!export.body().id().equals(body.id())
          || !export.rulebook().equals(rulebook)
          || scan.state() != Scans.State.BALANCED) {
        continue;
      }
      String digest = export.digest();
      searched.add(new OnFile.Export(export.name(), digest, scans.totals(scan.id())));
      List<ClassifiedLine> found =
          scans.matches(scan.id(), label -> Answer.ofLabel(label, rulebook.categories()));
      for (ClassifiedLine line : settling.settled(body.id(), rulebook, found, asKnownAt, tally)) {
        boolean isForReview = line.classification().answer() instanceof Answer.ForReview;
        (isForReview ? forReview : ofTopic).add(new OnFile.Found(digest, line));
      }
      for (Rejected line : scans.rejected(scan.id())) {
        rejected.add(OnFile.Unread.of(digest, line, classifier.classify(line.particulars())));
      }
    }
    return new OnFile(
        searched,
        ofTopic,
        forReview,
        rejected,
        onFile.registersOf(body.id()),
        onFile.unreadRegistersOf(body.id()),
        agreements(onFile.registersOf(body.id()), classifier),
        onFile.documentsOf(body.id()),
        Method.RulebookEdition.of(rulebook),
        rulebook.categories(),
        quality.of(body, rulebook, asKnownAt, wording).settling(tally.all()),
        onFile.tablesOf(body.id()),
        names);
  }

  /** Providers are organisations; a name that is one only as spelled is kept apart. */
  private OnFile.Names names(
      Rulebook rulebook, Inputs onFile, Body body, Instant asKnownAt, Set<String> bodies) {
    Set<String> withheld = new HashSet<>();
    onFile.registersOf(body.id()).stream()
        .flatMap(register -> register.contracts().stream())
        .filter(row -> row.discretion().withholdsName())
        .forEach(row -> withheld.add(row.organisation().name()));
    Set<String> organisations = new HashSet<>();
    Set<String> asSpelled = new HashSet<>();
    for (Provider provider : rulebook.providers()) {
      organisations.add(provider.name());
      for (Provider.Name name : provider.names()) {
        (name.asSpelled() ? asSpelled : organisations).add(name.text());
      }
      provider.names().stream()
          .filter(Provider.Name::asSpelled)
          .forEach(name -> organisations.remove(name.text()));
    }
    return new OnFile.Names(
        organisations, asSpelled, withheld, nameDecisions.asKnownAt(body.id(), asKnownAt), bodies);
  }

  private static Map<String, Classification> agreements(
      List<ContractRegister> registers, Classifier classifier) {
    Map<String, Classification> answers = new LinkedHashMap<>();
    for (ContractRegister register : registers) {
      for (Contract contract : register.contracts()) {
        answers.put(
            contract.reference(),
            classifier.classify(
                Particulars.of(contract.organisation().name(), contract.service())));
      }
    }
    return answers;
  }

  /** The names that a body's returns withhold, as known then. */
  List<WithheldName> withheldNames(Body body, Classifier ready, Instant asKnownAt) {
    Inputs onFile = inputs.asKnownAt(asKnownAt);
    OnFile.Names names = names(ready.rulebook(), onFile, body, asKnownAt, Set.of());
    return WithheldName.of(body, gather(onFile, body, ready, asKnownAt, names, Wording.english()));
  }

  /** A body's lines of the topic and for review, with what people decided, as known then. */
  ReviewQueue review(Body body, Rulebook rulebook, Instant asKnownAt) {
    List<ClassifiedLine> all = new ArrayList<>();
    for (ExportsToScan.Export export : exports.asKnownAt(asKnownAt)) {
      Scans.Scan scan = exports.scanOf(export);
      if (export.body().id().equals(body.id())
          && export.rulebook().equals(rulebook)
          && scan.state() == Scans.State.BALANCED) {
        all.addAll(scans.matches(scan.id(), label -> Answer.ofLabel(label, rulebook.categories())));
      }
    }
    return settling.queue(body.id(), rulebook, all, asKnownAt);
  }

  /** How the body publishes the return. */
  Publication publication(Address address, Instant asKnownAt) {
    return inputs
        .asKnownAt(asKnownAt)
        .body(address.body())
        .map(found -> found.body().publication())
        .orElse(Publication.USUAL);
  }

  /**
   * Digest of all that a return says in each language, its instant apart, and of how it is
   * published: records write out all that they hold.
   */
  static String contentDigest(List<Told> tellings, Publication publication) {
    return Sha256.of(
        tellings.stream()
                .map(told -> told.filing().asKnownAt(Instant.EPOCH).toString())
                .collect(Collectors.joining())
            + publication);
  }
}
