package org.csrgrid.gridnode.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes mails as .eml files, named by their Message-ID, for a demo without a mail server. A mail sent twice is one file. */
final class FolderTransport implements MailTransport {

    private static final Logger LOG = LoggerFactory.getLogger(FolderTransport.class);

    private final Path folder;
    private final MimeMails mails;

    /** The folder is made with the first mail. */
    FolderTransport(Path folder, String from) {
        this.folder = folder;
        mails = new MimeMails(Session.getInstance(new Properties()), from);
        LOG.info("No mail server is set; mails are written to {}", folder.toAbsolutePath());
    }

    @Override
    public void send(Mail mail) {
        MimeMessage message = mails.write(mail);
        String id = mails.messageId(mail.causeId());
        Path file = folder.resolve(id.substring(1, id.indexOf('@')) + ".eml");
        try {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempFile(folder, "mail-", ".tmp");
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                message.writeTo(out);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            LOG.debug("Mail for {} is in {}", mail.causeId(), file);
        } catch (IOException | MessagingException failure) {
            throw new MailUnavailableException("%s cannot be written: %s".formatted(file, failure.getMessage()));
        }
    }
}
