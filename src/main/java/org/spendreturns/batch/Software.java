package org.spendreturns.batch;

/** The name and version of this program, as manifests cite it. */
public final class Software {

  /** Kept equal to the version in the build file by a test. */
  public static final String NAME = "spend-returns 0.1.0";

  private Software() {}
}
