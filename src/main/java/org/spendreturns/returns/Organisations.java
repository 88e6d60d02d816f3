package org.spendreturns.returns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spendreturns.contract.Contract.Organisation;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.Registration;
import org.spendreturns.ledger.SupplierName;
import org.spendreturns.returns.Body.OwnSupplier;

/**
 * Which names mean one organisation: by the ledger's own number, then the registration, then the
 * name in one spelling. Never by likeness.
 */
final class Organisations {

  private final Map<String, OwnSupplier> byId = new HashMap<>();
  private final Map<String, OwnSupplier> byRegistration = new HashMap<>();
  private final Map<String, OwnSupplier> byName = new HashMap<>();
  private final Map<String, String> nameByRegistration = new HashMap<>();

  Organisations(List<OwnSupplier> suppliers, List<Organisation> registered) {
    for (OwnSupplier supplier : suppliers) {
      supplier.ids().forEach(id -> byId.putIfAbsent(id, supplier));
      if (!supplier.registration().isEmpty()) {
        byRegistration.putIfAbsent(number(supplier.registration()), supplier);
      }
      Stream.concat(Stream.of(supplier.name()), supplier.otherNames().stream())
          .forEach(name -> byName.putIfAbsent(level(name), supplier));
    }
    registered.stream()
        .filter(one -> Registration.isNumber(one.registration()))
        .forEach(one -> nameByRegistration.putIfAbsent(number(one.registration()), one.name()));
  }

  /** The organisation that a line names: its name in one spelling, the same for all its names. */
  String key(Particulars line) {
    return level(name(line));
  }

  /** The organisation that a register names. */
  String key(Organisation organisation) {
    return level(
        known("", organisation.registration(), organisation.name())
            .map(OwnSupplier::name)
            .or(() -> sameNumber(organisation.registration()))
            .orElse(organisation.name()));
  }

  /** The name to show for the organisation of a line. */
  String name(Particulars line) {
    return known(line.supplierId(), line.registration(), line.supplier())
        .map(OwnSupplier::name)
        .or(() -> sameNumber(line.registration()))
        .orElse(line.supplier());
  }

  /** The registration of the organisation of a line; empty if not on file. */
  String registration(Particulars line) {
    return line.registration().isEmpty()
        ? known(line.supplierId(), "", line.supplier()).map(OwnSupplier::registration).orElse("")
        : line.registration();
  }

  private Optional<OwnSupplier> known(String id, String registration, String name) {
    return Optional.ofNullable(id.isEmpty() ? null : byId.get(id))
        .or(
            () ->
                Optional.ofNullable(
                    registration.isEmpty() ? null : byRegistration.get(number(registration))))
        .or(() -> Optional.ofNullable(byName.get(level(name))));
  }

  private Optional<String> sameNumber(String registration) {
    return registration.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(nameByRegistration.get(number(registration)));
  }

  private static String level(String name) {
    return SupplierName.of(name).normalised();
  }

  /** {@code GB-CHC-1085104} and {@code 1085104} are one charity, as ledgers give either. */
  private static String number(String registration) {
    return registration.substring(registration.lastIndexOf('-') + 1).strip().replaceAll("^0+", "");
  }
}
