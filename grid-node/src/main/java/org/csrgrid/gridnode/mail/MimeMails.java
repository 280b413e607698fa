package org.csrgrid.gridnode.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Date;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Writes mails in the form they travel in: plain text and HTML, UTF-8, and no header that anybody's name could break out of. */
final class MimeMails {

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int ID_DIGITS = 40;

    private final Session session;
    private final InternetAddress from;

    /** @throws IllegalArgumentException if {@code from} is no address */
    MimeMails(Session session, String from) {
        this.session = session;
        try {
            this.from = encoded(new InternetAddress(from, true));
        } catch (AddressException unfit) {
            throw new IllegalArgumentException(
                    "mail.from: \"%s\" (expected: an address such as Giving <giving@example.org>)".formatted(from));
        }
    }

    /** @throws MailRefusedException if the receiver's address is none */
    MimeMessage write(Mail mail) {
        try {
            MimeMessage message = new Numbered(session, messageId(mail.causeId()));
            message.setFrom(from);
            message.setRecipient(Message.RecipientType.TO, receiver(mail));
            message.setSubject(oneLine(mail.subject()), UTF_8);
            message.setSentDate(Date.from(mail.at()));
            message.setContentLanguage(new String[] {mail.language()});
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setContent(bodies(mail));
            message.saveChanges();
            return message;
        } catch (MessagingException unfit) {
            throw new MailRefusedException(
                    "the mail cannot be written: " + unfit.getClass().getSimpleName());
        }
    }

    /** The same for the same cause. */
    String messageId(String causeId) {
        String address = from.getAddress();
        return "<%s@%s>".formatted(digest(causeId), address.substring(address.lastIndexOf('@') + 1));
    }

    private static MimeMultipart bodies(Mail mail) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), UTF_8, "html");
        // The last part is the one a reader prefers.
        return new MimeMultipart("alternative", text, html);
    }

    private static InternetAddress receiver(Mail mail) {
        try {
            InternetAddress plain = new InternetAddress(mail.toAddress(), true);
            if (plain.getPersonal() != null
                    || plain.isGroup()
                    || CONTROLS.matcher(mail.toAddress()).find()) {
                throw new MailRefusedException("the receiver's address is not a plain address");
            }
            plain.setPersonal(oneLine(mail.toName()), UTF_8);
            return plain;
        } catch (AddressException | UnsupportedEncodingException unfit) {
            throw new MailRefusedException("the receiver's address is not a plain address");
        }
    }

    private static InternetAddress encoded(InternetAddress address) {
        try {
            address.setPersonal(address.getPersonal(), UTF_8);
            return address;
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String oneLine(String text) {
        return CONTROLS.matcher(text).replaceAll(" ").strip();
    }

    private static String digest(String causeId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(causeId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A message that keeps the id it is given. */
    private static final class Numbered extends MimeMessage {

        private final String id;

        Numbered(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
