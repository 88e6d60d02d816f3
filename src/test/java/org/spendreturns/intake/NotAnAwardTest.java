package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spendreturns.contract.Contract;
import org.spendreturns.contract.Contract.Kind;

/** A register's row that names nobody is no award, whatever its kind says. */
class NotAnAwardTest {

  @TempDir Path folder;

  private Contract row(String kind, String organisation) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("register.csv"),
            """
            reference,kind,organisation,service,value,note
            A-1,%s,"%s",Sexual violence services,48000.00,Shared out later
            """
                .formatted(kind, organisation));
    List<Contract> contracts = RegisterFile.read(file).contracts();
    assertThat(contracts).hasSize(1);
    return contracts.get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(pot)|POT",
        "(Competed Fund)|POT",
        "(ten organisations)|POT",
        "(not named)|POT",
        "(new provider, not named)|POT",
        "(MoJ income)|INCOME",
        "(Home Office)|INCOME",
        "(MoJ uplift)|INCOME",
        "(tender)|TENDER",
        "(to be procured, Oundle)|TENDER",
        "(bid (second round))|BID",
      })
  void isWhatItsBracketsSay(String organisation, Kind kind) throws IOException {
    Contract row = row("grant", organisation);
    assertThat(row.kind()).isEqualTo(kind);
    assertThat(row.kind().isAward()).isFalse();
    assertThat(row.note())
        .isEqualTo(
            "The register names no organisation, but says %s. Shared out later"
                .formatted(organisation));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RASASC (Guildford)",
        "(RASASC) Guildford",
        "Trust House (Reading); Safeline (Warwick)",
        "(Lead) Lake Trust (partner)"
      })
  void aNameWithBracketsInItIsAName(String organisation) throws IOException {
    assertThat(row("grant", organisation).kind()).isEqualTo(Kind.GRANT);
  }

  @Test
  void theKindThatIsSaidIsKeptIfItIsNoAward() throws IOException {
    assertThat(row("pool", "(tender)").kind()).isEqualTo(Kind.POOL);
  }
}
