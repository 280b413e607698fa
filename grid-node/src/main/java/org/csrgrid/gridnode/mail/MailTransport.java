package org.csrgrid.gridnode.mail;

/** Takes a mail on its way. Safe for use by many threads; a mail handed over twice arrives twice, under one Message-ID. */
public interface MailTransport {

    /**
     * Returns when somebody else is responsible for the mail.
     *
     * @throws MailRefusedException if it will never be taken, however often it is tried
     * @throws MailUnavailableException if it may be taken later
     */
    void send(Mail mail);
}
