package org.spendreturns.batch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** One line a step on a terminal; nothing at all where nobody watches. */
@Component
class Progress implements StepExecutionListener {

  private final Map<String, ProgressBar> bars = new ConcurrentHashMap<>();

  @Override
  @SuppressWarnings("SystemConsoleNull") // null without a terminal on 17 to 21 and again on 25
  public void beforeStep(StepExecution step) {
    if (System.console() != null) {
      bars.put(
          step.getStepName(),
          new ProgressBarBuilder()
              .setTaskName("%-9s".formatted(step.getStepName()))
              .setInitialMax(1)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(100)
              .build());
    }
  }

  @Override
  public ExitStatus afterStep(StepExecution step) {
    ProgressBar bar = bars.remove(step.getStepName());
    if (bar != null) {
      bar.stepTo(1);
      bar.close();
    }
    return step.getExitStatus();
  }
}
