package org.csrgrid.gridnode.mail;

/** A mail will never be taken: its receiver or its content is refused. The message names no receiver. */
public final class MailRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MailRefusedException(String reason) {
        super(reason);
    }
}
