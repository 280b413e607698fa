package org.csrgrid.gridnode.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import org.csrgrid.config.settings.MailSettings;
import org.csrgrid.config.settings.MailTls;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Hands mails to an SMTP server, each over a connection of its own. What the server says of this mail with a 5xx code is final; anything else, also a
 * log-in it refuses, is worth another try.
 */
final class SmtpTransport implements MailTransport {

    private static final int PERMANENT = 500;
    private static final int NONE = -1;

    private final MailSettings settings;
    private final String host;
    private final Session session;
    private final MimeMails mails;

    /** @throws java.util.NoSuchElementException if no host is set */
    SmtpTransport(MailSettings settings) {
        this.settings = settings;
        host = settings.host().orElseThrow();
        session = Session.getInstance(properties(settings));
        mails = new MimeMails(session, settings.from());
    }

    private static Properties properties(MailSettings settings) {
        String millis = Long.toString(settings.timeout().toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(settings.user().isPresent()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.tls() == MailTls.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.tls() == MailTls.STARTTLS));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(settings.tls() == MailTls.IMPLICIT));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    @Override
    public void send(Mail mail) {
        MimeMessage message = mails.write(mail);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(host, settings.port(), settings.user().orElse(null), password());
            Address[] receivers = message.getAllRecipients();
            transport.sendMessage(message, receivers);
        } catch (MessagingException failure) {
            int code = codeOf(failure);
            String said = code == NONE ? failure.getClass().getSimpleName() : "code " + code;
            if (code >= PERMANENT) {
                throw new MailRefusedException("the mail server refuses the mail for good: " + said);
            }
            throw new MailUnavailableException("the mail server does not take the mail now: " + said);
        }
    }

    private @Nullable String password() {
        return settings.user().isPresent() ? settings.password().reveal() : null;
    }

    /** What the server answered to this mail's sender, receiver or content, wherever in the chain of failures that is. */
    private static int codeOf(MessagingException failure) {
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(failure);
        int code = NONE;
        while (!open.isEmpty()) {
            Throwable next = open.remove();
            code = Math.max(code, ownCode(next));
            if (next instanceof MessagingException messaging && messaging.getNextException() != null) {
                open.add(messaging.getNextException());
            }
        }
        return code;
    }

    private static int ownCode(Throwable failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException sending -> sending.getReturnCode();
            default -> NONE;
        };
    }
}
