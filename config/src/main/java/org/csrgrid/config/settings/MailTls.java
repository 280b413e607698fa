package org.csrgrid.config.settings;

/** How the connection to the mail server is protected. STARTTLS insists: a server that does not offer it gets no mail. */
public enum MailTls {
    STARTTLS,
    IMPLICIT,
    NONE
}
