package org.spendreturns.cli;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Two hundred persons who do not exist, each with a surname of its own, written in many ways. */
final class PlantedNames {

  private static final List<String> FORENAMES =
      List.of(
          "Dorothea",
          "Ignatius",
          "Zoë",
          "Siân",
          "Mohammed",
          "Agnieszka",
          "José",
          "Olu",
          "Priya",
          "Anne-Marie");
  private static final List<String> BEGINNINGS =
      List.of(
          "Quillf",
          "Thistlew",
          "Marrowb",
          "Ombersl",
          "Dunnaghw",
          "Åkerstr",
          "Pryszcz",
          "Vanderh",
          "Wetherq",
          "Fotheringj",
          "Blenkins",
          "Oyelaranm",
          "Ramchandr",
          "Llewelynd",
          "Castellan",
          "Hrvatsk",
          "Mbekez",
          "Nakamur",
          "O'Dunkel",
          "Zieglerm");
  private static final List<String> ENDINGS =
      List.of(
          "eather",
          "ickard",
          "yottle",
          "undergast",
          "éclair",
          "oxmoor",
          "ibbertson",
          "arnaby",
          "umpole",
          "ewicz");

  /** Each surname, with its letters as they are looked for. */
  private static final Map<String, String> SURNAMES = new LinkedHashMap<>();

  static {
    for (int number = 0; number < 200; number++) {
      SURNAMES.put(surname(number), letters(surname(number)));
    }
  }

  private PlantedNames() {}

  /** A surname that no other of the two hundred has. */
  static String surname(int number) {
    return BEGINNINGS.get(number % BEGINNINGS.size())
        + ENDINGS.get(number / BEGINNINGS.size() % ENDINGS.size());
  }

  /** The person as a ledger may write it: the way changes from one to the next. */
  static String written(int number) {
    String forename = FORENAMES.get(number % FORENAMES.size());
    String surname = surname(number);
    return switch (number % 11) {
      case 0 -> forename + " " + surname;
      case 1 -> surname.toUpperCase(Locale.ROOT) + ", " + forename;
      case 2 -> "MRS " + forename.charAt(0) + " " + surname.toUpperCase(Locale.ROOT);
      case 3 -> "Dr " + forename + " " + surname;
      case 4 -> (forename + " " + surname).toLowerCase(Locale.ROOT);
      case 5 -> surname + " " + forename.charAt(0);
      case 6 -> forename.charAt(0) + "." + surname;
      case 7 -> forename + " " + surname + " Counselling";
      case 8 -> forename + " " + surname + " t/a The Larch Trust";
      case 9 -> plain(forename + " " + surname).toUpperCase(Locale.ROOT) + " (****1234)";
      default -> "Ms. " + surname + " & Partner";
    };
  }

  /** The person as those who know them write it: nothing shows that it is a name. */
  static String plain(int number) {
    return FORENAMES.get(number % FORENAMES.size()) + " " + surname(number);
  }

  /** The person with a title, as free text names people. */
  static String titled(int number) {
    return "Mrs " + FORENAMES.get(number % FORENAMES.size()) + " " + surname(number);
  }

  /** Those of the two hundred whose surname stands in a text, in any case, with accents or not. */
  static List<String> in(String text) {
    String letters = letters(text);
    return SURNAMES.entrySet().stream()
        .filter(surname -> letters.contains(surname.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKD)
        .chars()
        .map(sign -> sign >= 'A' && sign <= 'Z' ? sign - 'A' + 'a' : sign)
        .filter(sign -> sign >= 'a' && sign <= 'z')
        .forEach(letter -> letters.append((char) letter));
    return letters.toString();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
  }
}
