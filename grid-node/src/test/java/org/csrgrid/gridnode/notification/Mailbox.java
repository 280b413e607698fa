package org.csrgrid.gridnode.notification;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A mail server that takes everything, and what it was given. */
final class Mailbox implements AutoCloseable {

    private final int port;
    private GreenMail server;

    /** A mail as its receiver sees it. */
    record Received(String to, String subject, String text, String messageId) {}

    Mailbox() {
        server = started(0);
        port = server.getSmtp().getPort();
    }

    private static GreenMail started(int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    void goAway() {
        server.stop();
    }

    void comeBack() {
        server = started(port);
    }

    Map<String, String> settings() {
        return Map.of(
                "mail.host",
                "127.0.0.1",
                "mail.port",
                Integer.toString(port),
                "mail.tls",
                "none",
                "mail.site-url",
                "https://giving.example");
    }

    List<Received> all() {
        return Arrays.stream(server.getReceivedMessages()).map(Mailbox::read).toList();
    }

    List<Received> to(String address) {
        return all().stream().filter(mail -> mail.to().contains(address)).toList();
    }

    List<Received> expect(String address, int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> to(address).size() >= count);
        return to(address);
    }

    private static Received read(MimeMessage message) {
        try {
            MimeMultipart parts = (MimeMultipart) message.getContent();
            return new Received(
                    message.getAllRecipients()[0].toString(),
                    message.getSubject(),
                    (String) parts.getBodyPart(0).getContent(),
                    message.getMessageID());
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
