package org.spendreturns.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.spendreturns.ledger.Particulars.Field;
import org.spendreturns.rulebook.Evidence.Role;
import org.spendreturns.rulebook.Payee.Certainty;
import org.spendreturns.rulebook.Rule.Says;
import org.spendreturns.rulebook.Spoken.Voice;

/**
 * Weighs what was found in one line, in a careful officer's order: the contract in the register;
 * who benefits and what is bought; the heading; the specialist payee; else a question for a person,
 * or not of the topic.
 *
 * <p>Never guesses a category: two at one price, or others served beside the topic's people, are
 * {@link Category#NOT_BROKEN_DOWN}.
 */
final class Judgement {

  private static final Set<Field> BOUGHT = Set.of(Field.DESCRIPTION, Field.CONTRACT);
  private static final Set<Field> HEADING =
      Set.of(Field.HEADING, Field.COST_CENTRE, Field.EXPENSE_TYPE);

  private final Rulebook rulebook;
  private final Overlay overlay;
  private final Spoken spoken;
  private final List<Payee> payees;
  private final List<Payee> mentioned;
  private final List<Evidence> decided = new ArrayList<>();
  private final List<Evidence> supported = new ArrayList<>();
  private final List<Evidence> against = new ArrayList<>();
  private boolean categoryNamed;

  Judgement(
      Rulebook rulebook,
      Overlay overlay,
      Spoken spoken,
      List<Payee> payees,
      List<Payee> mentioned) {
    this.rulebook = rulebook;
    this.overlay = overlay;
    this.spoken = spoken;
    this.payees = payees;
    this.mentioned = mentioned;
  }

  /** The answer, with what decided, what agreed, and what spoke against. */
  Classification answer() {
    Answer answer =
        byCode(Field.CONTRACT)
            .or(this::byWhatIsBought)
            .or(() -> byCode(Field.HEADING))
            .or(() -> byCode(Field.COST_CENTRE))
            .or(this::byHeading)
            .or(this::byPayee)
            .or(this::byMention)
            .or(this::byQuestion)
            .orElseGet(this::notOfTheTopic);
    Set<Evidence> all = new LinkedHashSet<>(decided);
    Stream.concat(supported.stream(), against.stream())
        .filter(each -> decided.stream().noneMatch(d -> isOf(d, each)))
        .forEach(all::add);
    return new Classification(answer, List.copyOf(all));
  }

  private static boolean isOf(Evidence one, Evidence other) {
    return one.ruleId().equals(other.ruleId())
        && one.field() == other.field()
        && one.words().equals(other.words());
  }

  private Optional<Answer> byCode(Field field) {
    String code = spoken.line().text(field);
    var codes =
        switch (field) {
          case CONTRACT -> overlay.contracts();
          case HEADING -> overlay.headings();
          default -> overlay.costCentres();
        };
    Optional<String> meaning = Overlay.meaning(codes, code);
    meaning.ifPresent(
        label -> decided.add(new Evidence("body:" + field.written(), field, code, Role.DECIDED)));
    return meaning.map(this::answerOf);
  }

  private Answer answerOf(String label) {
    return rulebook.category(label).<Answer>map(Answer.Of::new).orElseGet(Answer.NotTopic::new);
  }

  private Optional<Answer> byWhatIsBought() {
    List<Voice> topic = spoken.voices(Says.TOPIC, BOUGHT::contains);
    if (topic.isEmpty()) {
      return Optional.empty();
    }
    agree(spoken.voices(Says.TOPIC, HEADING::contains));
    payees.forEach(payee -> supported.add(payee.evidence(Role.SUPPORTED)));
    agree(spoken.voices(Says.TOPIC, field -> field == Field.SUPPLIER));
    speakAgainst(spoken.voices(Says.OTHER, field -> !BOUGHT.contains(field)));
    silenced();
    return Optional.of(
        doubted(inCategory(topic, spoken.voices(Says.OTHER, BOUGHT::contains), Optional.empty())));
  }

  private Optional<Answer> byHeading() {
    List<Voice> topic = spoken.voices(Says.TOPIC, HEADING::contains);
    if (topic.isEmpty()) {
      return Optional.empty();
    }
    silenced();
    List<Voice> otherBought = spoken.voices(Says.OTHER, BOUGHT::contains);
    if (!otherBought.isEmpty()) {
      decide(topic);
      speakAgainst(otherBought);
      return Optional.of(
          new Answer.ForReview(
              "The heading '%s' is of the topic, but the line says '%s': whom does it serve?"
                  .formatted(wordsOf(topic), wordsOf(otherBought))));
    }
    payees.forEach(payee -> supported.add(payee.evidence(Role.SUPPORTED)));
    return Optional.of(
        inCategory(topic, spoken.voices(Says.OTHER, HEADING::contains), Optional.empty()));
  }

  private Optional<Answer> byPayee() {
    List<Voice> named = spoken.voices(Says.TOPIC, field -> field == Field.SUPPLIER);
    Optional<Payee> sure =
        payees.stream().filter(payee -> payee.certainty() == Certainty.SURE).findFirst();
    Optional<Payee> asked =
        payees.stream().filter(payee -> payee.certainty() == Certainty.ASK).findFirst();
    List<Voice> activities = spoken.voices(Says.ACTIVITY, field -> field != Field.SUPPLIER);
    List<Voice> others = spoken.voices(Says.OTHER, field -> field != Field.SUPPLIER);
    boolean confirmed =
        !activities.isEmpty()
            && others.isEmpty()
            && asked.map(payee -> payee.provider().specialist()).orElse(false);
    if (named.isEmpty() && sure.isEmpty() && !(asked.isPresent() && confirmed)) {
      return others.isEmpty()
          ? asked.map(this::whoIsIt).or(() -> whatFor(activities))
          : Optional.empty();
    }
    silenced();
    sure.or(() -> asked).ifPresent(this::decideByName);
    if (!others.isEmpty()) {
      decide(named);
      speakAgainst(others);
      return Optional.of(
          new Answer.ForReview(
              "The payee offers services of the topic, but the line says '%s': what was bought?"
                  .formatted(wordsOf(others))));
    }
    Optional<Category> own =
        sure.or(() -> asked)
            .filter(payee -> payees.size() == 1 || payee.provider().category().isPresent())
            .flatMap(payee -> payee.provider().category());
    List<Voice> otherNames = spoken.voices(Says.OTHER, field -> field == Field.SUPPLIER);
    return Optional.of(doubted(inCategory(named, otherNames, own)));
  }

  /** Several may be of the one name that the line gives. */
  private void decideByName(Payee first) {
    payees.stream()
        .filter(each -> each.certainty() == first.certainty())
        .filter(each -> each.words().equals(first.words()))
        .forEach(each -> decided.add(each.evidence(Role.DECIDED)));
  }

  private Answer whoIsIt(Payee payee) {
    decided.add(payee.evidence(Role.DECIDED));
    silenced();
    return new Answer.ForReview(
        "'%s' may be %s, or another of that name, or sell other things: who was paid, and for what?"
            .formatted(payee.words(), payee.provider().name()));
  }

  private Optional<Answer> whatFor(List<Voice> activities) {
    return payees.stream()
        .filter(payee -> payee.certainty() == Certainty.MIXED && !activities.isEmpty())
        .findFirst()
        .map(
            payee -> {
              decided.add(payee.evidence(Role.DECIDED));
              decide(activities);
              return new Answer.ForReview(
                  "%s does other work too, and the line says '%s': whom did it serve?"
                      .formatted(payee.provider().name(), wordsOf(activities)));
            });
  }

  /** A specialist named in what was bought, or in the heading, though another was paid. */
  private Optional<Answer> byMention() {
    List<Voice> others = spoken.voices(Says.OTHER, field -> field != Field.SUPPLIER);
    if (mentioned.isEmpty()) {
      return Optional.empty();
    }
    silenced();
    Payee named = mentioned.get(0);
    if (named.certainty() == Certainty.ASK || !others.isEmpty()) {
      speakAgainst(others);
      return Optional.of(whoIsIt(named));
    }
    decided.add(named.evidence(Role.DECIDED));
    return Optional.of(doubted(inCategory(List.of(), List.of(), named.provider().category())));
  }

  /** The answer, or the question of a rule that doubts it, unless a category is plain. */
  private Answer doubted(Answer answer) {
    List<Voice> doubts = spoken.voices(Says.DOUBT, field -> field != Field.SUPPLIER);
    boolean plain = !answer.label().equals(Category.NOT_BROKEN_DOWN.id()) || categoryNamed;
    if (doubts.isEmpty() || plain) {
      return answer;
    }
    decide(doubts);
    return new Answer.ForReview(doubts.get(0).rule().question());
  }

  private Optional<Answer> byQuestion() {
    List<Voice> questions = spoken.voices(Says.REVIEW, field -> true);
    if (questions.isEmpty()) {
      return Optional.empty();
    }
    decide(questions);
    silenced();
    return Optional.of(new Answer.ForReview(questions.get(0).rule().question()));
  }

  private Answer notOfTheTopic() {
    spoken.voices(Says.OTHER, field -> true).forEach(v -> decided.add(v.evidence(Role.DECIDED)));
    silenced();
    payees.forEach(payee -> against.add(payee.evidence(Role.AGAINST)));
    return new Answer.NotTopic();
  }

  /** Of the topic for sure: of which category, or of none alone? */
  private Answer inCategory(List<Voice> topic, List<Voice> others, Optional<Category> payees) {
    decide(topic);
    if (!others.isEmpty()) {
      decide(others);
      return new Answer.Of(Category.NOT_BROKEN_DOWN);
    }
    for (Set<Field> level : List.of(BOUGHT, HEADING, Set.of(Field.SUPPLIER))) {
      CategoriesNamed named = new CategoriesNamed(rulebook, spoken, level);
      if (!named.isEmpty()) {
        categoryNamed = true;
        decided.addAll(named.evidence());
        return new Answer.Of(named.single());
      }
    }
    return new Answer.Of(payees.orElse(Category.NOT_BROKEN_DOWN));
  }

  private void decide(List<Voice> voices) {
    voices.forEach(voice -> decided.add(voice.evidence(Role.DECIDED)));
  }

  private void agree(List<Voice> voices) {
    voices.forEach(voice -> supported.add(voice.evidence(Role.SUPPORTED)));
  }

  private void speakAgainst(List<Voice> voices) {
    voices.forEach(voice -> against.add(voice.evidence(Role.AGAINST)));
  }

  private void silenced() {
    speakAgainst(spoken.silenced().toList());
  }

  private static String wordsOf(List<Voice> voices) {
    return voices.get(0).words().get(0).text();
  }
}
