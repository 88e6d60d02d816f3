package org.spendreturns.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.spendreturns.archive.Archive;
import org.spendreturns.contract.ContractRegister;
import org.spendreturns.intake.BodyFile;
import org.spendreturns.intake.DocumentListFile;
import org.spendreturns.intake.FaultyInputException;
import org.spendreturns.intake.LedgerSettings;
import org.spendreturns.intake.RegisterFile;
import org.spendreturns.intake.Replacements;
import org.spendreturns.intake.RequestFile;
import org.spendreturns.intake.RulebookFile;
import org.spendreturns.intake.WelshTexts;
import org.spendreturns.store.ReceivedFiles;
import org.spendreturns.store.ReceivedFiles.ReceivedFile;
import org.springframework.stereotype.Component;

/**
 * Reads what people had laid on file by an instant, from the archive.
 *
 * <p>If the newest copy of a file is faulty, the newest copy before it that is sound stays in
 * force, and the fault is told.
 */
@Component
class InputsOnFile {

  private final Archive archive;
  private final ReceivedFiles received;
  private final Map<String, Object> sound = new ConcurrentHashMap<>(); // the same bytes, once

  InputsOnFile(Archive archive, ReceivedFiles received) {
    this.archive = archive;
    this.received = received;
  }

  /** What a file says, and what of it stands in Welsh too. */
  private record Understood<T>(T value, Map<String, String> welsh) {}

  /** A file's reader. */
  private interface Reader<T> {
    T read(Path file) throws IOException;
  }

  Inputs asKnownAt(Instant asKnownAt) {
    Inputs.Gathering all = new Inputs.Gathering();
    for (ReceivedFile file : received.asKnownAt(asKnownAt)) {
      gather(file, asKnownAt, all);
    }
    return all.finish();
  }

  private void gather(ReceivedFile file, Instant asKnownAt, Inputs.Gathering all) {
    Path name = Path.of(file.name());
    switch (file.kind()) {
      case "LEDGER" -> all.ledgers(file);
      case "BODY" -> {
        if (isPicture(file.name())) {
          all.logo(file);
        } else {
          read(file, asKnownAt, InputsOnFile::body, all).ifPresent(all::body);
        }
      }
      case "REQUEST" -> read(file, asKnownAt, RequestFile::read, all).ifPresent(all::request);
      case "REGISTER" -> {
        Optional<Inputs.Read<ContractRegister>> read =
            read(file, asKnownAt, RegisterFile::read, all);
        read.ifPresent(all::register);
        if (read.filter(sound -> sound.file().equals(file)).isEmpty()) {
          all.unreadRegister(file);
        }
      }
      case "RULEBOOK" -> {
        if (RulebookFile.isEdition(name)) {
          read(file, asKnownAt, RulebookFile::ready, all).ifPresent(all::rulebook);
        }
      }
      case "DOCUMENTS" -> {
        if (file.name().endsWith(".yaml")) { // the others are copies of documents
          read(file, asKnownAt, DocumentListFile::read, all).ifPresent(all::documents);
        }
      }
      default -> throw new IllegalStateException("no such kind of file: " + file.kind());
    }
  }

  private static boolean isPicture(String name) {
    return name.toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|gif|svg|webp|bmp|tiff?|pdf)");
  }

  private static Inputs.BodyOnFile body(Path file) throws IOException {
    return new Inputs.BodyOnFile(
        BodyFile.read(file), LedgerSettings.ofBody(file), Replacements.ofBody(file));
  }

  /** The newest sound copy, with the file it was read from. */
  private <T> Optional<Inputs.Read<T>> read(
      ReceivedFile newest, Instant asKnownAt, Reader<T> reader, Inputs.Gathering all) {
    List<ReceivedFile> history =
        received.historyOf(newest.kind(), newest.owner()).stream()
            .filter(file -> !file.knownFrom().isAfter(asKnownAt))
            .filter(file -> file.folder().equals(newest.folder()))
            .toList();
    boolean isNewest = true;
    for (int known = history.size(); known > 0; known--) {
      Map<String, ReceivedFile> folder = folderOf(history.subList(0, known));
      ReceivedFile file = folder.get(newest.path());
      if (file == null) {
        break;
      }
      try {
        Understood<T> understood = parse(file, folder.values(), reader);
        if (!isNewest) {
          all.fault(
              "%s: the copy received at %s stays in force"
                  .formatted(file.path(), file.recordedAt()));
        }
        return Optional.of(new Inputs.Read<>(file, understood.value(), understood.welsh()));
      } catch (FaultyInputException fault) {
        if (isNewest) {
          fault.faults().forEach(all::fault);
        }
        isNewest = false;
      }
    }
    return Optional.empty();
  }

  /** The newest copy of each path. */
  private static Map<String, ReceivedFile> folderOf(List<ReceivedFile> entries) {
    Map<String, ReceivedFile> newest = new LinkedHashMap<>();
    entries.forEach(entry -> newest.put(entry.path(), entry));
    return newest;
  }

  @SuppressWarnings("unchecked") // a kind of file has one reader
  private <T> Understood<T> parse(
      ReceivedFile file, Collection<ReceivedFile> folder, Reader<T> reader) {
    String bytes =
        folder.stream().map(each -> each.path() + each.digest()).collect(Collectors.joining("\n"));
    return (Understood<T>)
        sound.computeIfAbsent(file.path() + "\n" + bytes, key -> lay(file, folder, reader));
  }

  /** Lays originals out under their own names, since readers cite names and look at neighbours. */
  private <T> Understood<T> lay(
      ReceivedFile file, Collection<ReceivedFile> folder, Reader<T> reader) {
    Map<String, Path> laid = new LinkedHashMap<>();
    try {
      Path desk = Files.createTempDirectory("spend-returns-");
      try {
        for (ReceivedFile each : folder) {
          Path place = desk.resolve(each.name());
          try (Archive.Original original = archive.open(each.digest())) {
            laid.put(each.path(), Files.copy(original.file(), place));
          }
        }
        Path place = desk.resolve(file.name());
        return new Understood<>(reader.read(place), WelshTexts.read(place));
      } finally {
        for (Path place : laid.values()) {
          Files.delete(place);
        }
        Files.delete(desk);
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
