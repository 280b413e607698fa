package org.csrgrid.config.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.csrgrid.config.binding.InvalidSettingsException;
import org.csrgrid.config.binding.Secret;
import org.csrgrid.config.binding.Setting;
import org.csrgrid.config.binding.SettingsProblem;

/** Outgoing e-mail. */
public record MailSettings(
        @Setting(
                description = "Mail server; empty writes mails to a folder instead, in production only if"
                        + " `mail.folder` is set")
        Optional<String> host,

        @Setting(description = "Port of the mail server", defaultValue = "587", min = "1", max = "65535")
        int port,

        @Setting(description = "Name to log in with; empty for no log-in")
        Optional<String> user,

        @Setting(description = "Password to log in with; needed where `mail.user` is set")
        Secret password,

        @Setting(
                description = "Address mails come from, with or without a name",
                defaultValue = "CSR Grid <no-reply@csr-grid.example>")
        String from,

        @Setting(
                description = "How the connection to the mail server is protected; starttls refuses servers without",
                defaultValue = "starttls")
        MailTls tls,

        @Setting(
                description = "How long connecting to the mail server, and each of its answers, may take",
                defaultValue = "10s",
                min = "100ms",
                max = "2m")
        Duration timeout,

        @Setting(
                description = "Folder that mails are written to as .eml files when there is no `mail.host`; empty for"
                        + " csr-grid-mail in the system's temporary folder")
        Optional<Path> folder,

        @Setting(description = "Address of the web site that mails link to; empty for the API's public address")
        Optional<URI> siteUrl) {

    /**
     * Refuses to lose mails in production.
     *
     * @throws InvalidSettingsException in production when there is neither a mail server nor a folder
     */
    public void requireDelivery(SecurityMode mode) {
        if (mode == SecurityMode.PRODUCTION && host.isEmpty() && folder.isEmpty()) {
            throw new InvalidSettingsException(List.of(SettingsProblem.missing(SettingsLoader.key("mail.host"))));
        }
    }

    /** Where mails are written to when there is no mail server. */
    public Path folderOrTemporary() {
        return folder.orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "csr-grid-mail"));
    }
}
