package org.spendreturns.batch;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.spendreturns.archive.Archive;
import org.spendreturns.archive.Shelf;
import org.spendreturns.document.Documents;
import org.spendreturns.returns.Wording;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The wiring of jobs, store and edges around one home. */
@SpringBootApplication(scanBasePackages = {"org.spendreturns.batch", "org.spendreturns.store"})
class BatchApplication {

  static ConfigurableApplicationContext start(Home home, Clock clock) {
    return new SpringApplicationBuilder(BatchApplication.class)
        .properties(settings(home))
        .initializers(
            context -> {
              context.getBeanFactory().registerSingleton("home", home);
              context.getBeanFactory().registerSingleton("clock", clock);
            })
        .run();
  }

  private static Map<String, Object> settings(Home home) {
    return Map.of(
        "spring.datasource.url",
        "jdbc:hsqldb:file:" + absolute(home.database()) + DATABASE,
        "logging.file.name",
        absolute(home.log()));
  }

  /**
   * Tables on disk, not in memory; a commit is on disk before it returns; readers do not wait for
   * writers; the files are put in order when the last connection closes.
   */
  private static final String DATABASE =
      ";hsqldb.default_table_type=cached;hsqldb.write_delay=false;hsqldb.tx=mvcc;shutdown=true"
          + ";hsqldb.applog=0;hsqldb.sqllog=0";

  private static String absolute(Path path) {
    return path.toAbsolutePath().normalize().toString().replace('\\', '/');
  }

  @Bean
  Archive archive(Home home) {
    return new Archive(home.archive());
  }

  @Bean
  Shelf shelf(Home home) {
    return new Shelf(home.returns());
  }

  @Bean
  Documents documents(Home home) {
    return new Documents(home.templates());
  }

  @Bean
  Wording wording() {
    return Wording.english();
  }
}
