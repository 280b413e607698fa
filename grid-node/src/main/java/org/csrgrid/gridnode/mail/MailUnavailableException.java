package org.csrgrid.gridnode.mail;

/** The mail server cannot be reached or does not take mails now. The message names no receiver. */
public final class MailUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MailUnavailableException(String reason) {
        super(reason);
    }
}
