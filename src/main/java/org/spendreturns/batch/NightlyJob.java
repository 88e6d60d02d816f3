package org.spendreturns.batch;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The night's work: {@code receive}, {@code scan} (read and classify, in one pass), {@code
 * reconcile}, {@code compare}, {@code figure}, {@code document}, {@code publish}.
 *
 * <p>A line or a file that cannot be read is data, not a failure. A failed run restarts where its
 * last transaction ended; a finished one is not done twice.
 */
@Configuration(proxyBeanMethods = false)
class NightlyJob {

  /** The job's name, under which its runs are known. */
  static final String NAME = "nightly";

  private static final int BLOCKS_PER_COMMIT = 64; // what a crash repeats, at most, of an export
  private static final int EXPORTS_AT_ONCE = 2;

  @Bean
  Job nightly(
      JobRepository runs,
      Progress progress,
      PlatformTransactionManager transactions,
      Step scan,
      ReceiveStep receive,
      ReconcileStep reconcile,
      CompareStep compare,
      FigureStep figure,
      DocumentStep document,
      PublishStep publish) {
    return new JobBuilder(NAME, runs)
        .start(step("receive", receive, runs, transactions, progress))
        .next(scan)
        .next(step("reconcile", reconcile, runs, transactions, progress))
        .next(step("compare", compare, runs, transactions, progress))
        .next(step("figure", figure, runs, transactions, progress))
        .next(step("document", document, runs, transactions, progress))
        .next(step("publish", publish, runs, transactions, progress))
        .build();
  }

  private static Step step(
      String name,
      Tasklet work,
      JobRepository runs,
      PlatformTransactionManager transactions,
      Progress progress) {
    return new StepBuilder(name, runs)
        .tasklet(work, transactions)
        .allowStartIfComplete(true) // each finds what is done already; a restart may lack its files
        .listener(progress)
        .build();
  }

  @Bean
  Step scan(
      JobRepository runs,
      Progress progress,
      ScanStep.PendingExports pending,
      Step scanExport,
      TaskExecutor scanThreads) {
    return new StepBuilder("scan", runs)
        .partitioner("scan-export", pending)
        .step(scanExport)
        .taskExecutor(scanThreads)
        .allowStartIfComplete(true)
        .listener(progress)
        .build();
  }

  @Bean
  Step scanExport(
      JobRepository runs,
      PlatformTransactionManager transactions,
      ScanStep.Reader export,
      ScanStep.Writer lines) {
    return new StepBuilder("scan-export", runs)
        .<ScanStep.Item, ScanStep.Item>chunk(BLOCKS_PER_COMMIT)
        .transactionManager(transactions) // the default, a resourceless one, rolls nothing back
        .reader(export)
        .writer(lines)
        .build();
  }

  @Bean
  TaskExecutor scanThreads() {
    SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("scan-");
    threads.setConcurrencyLimit(EXPORTS_AT_ONCE);
    return threads;
  }
}
