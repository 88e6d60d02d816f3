package org.spendreturns.batch;

import org.spendreturns.returns.Body;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.rulebook.Overlay;

/** A rulebook with what a body itself says of its codes. */
public final class BodyClassifier {

  private BodyClassifier() {}

  /** Ready to judge the body's lines. */
  public static Classifier of(Body body, Classifier ofNoBody) {
    return ofNoBody.forBody(
        new Overlay(
            body.region().isEmpty() ? body.name() : body.region(),
            body.codes().providers(),
            body.codes().contracts(),
            body.codes().headings(),
            body.codes().costCentres()));
  }
}
