package org.csrgrid.gridnode.mail;

import org.csrgrid.config.settings.MailSettings;
import org.csrgrid.config.settings.SecurityMode;

/** Chooses how mails leave this process. */
public final class MailTransports {

    private MailTransports() {}

    /**
     * A mail server if one is set, else a folder. Connects to nothing yet.
     *
     * @throws org.csrgrid.config.binding.InvalidSettingsException in production when neither is set
     * @throws IllegalArgumentException if {@code mail.from} is no address
     */
    public static MailTransport of(MailSettings settings, SecurityMode mode) {
        settings.requireDelivery(mode);
        return settings.host().isPresent()
                ? new SmtpTransport(settings)
                : new FolderTransport(settings.folderOrTemporary(), settings.from());
    }
}
