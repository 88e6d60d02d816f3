package org.spendreturns.document;

/**
 * A template or font that a person must mend before documents can be made; the message names it.
 */
public final class BrokenTemplateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokenTemplateException(String message) {
    super(message);
  }

  BrokenTemplateException(String message, Throwable cause) {
    super(message, cause);
  }
}
