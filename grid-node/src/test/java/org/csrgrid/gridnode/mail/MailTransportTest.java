package org.csrgrid.gridnode.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.csrgrid.config.binding.InvalidSettingsException;
import org.csrgrid.config.settings.MailSettings;
import org.csrgrid.config.settings.SecurityMode;
import org.csrgrid.config.settings.SettingsLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTransportTest {

    private static final Instant AT = Instant.parse("2026-11-05T10:00:00Z");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_mail_arrives_as_plain_text_and_html_with_every_letter_intact() throws Exception {
        smtp(Map.of()).send(mail("job-1", "Zoë Ångström 你", "Merci pour votre don à « École » €"));

        MimeMessage got = received(1).getFirst();
        assertThat(got.getSubject()).isEqualTo("Merci pour votre don à « École » €");
        assertThat(got.getAllRecipients()[0].toString()).contains("donor@example.org");
        MimeMultipart parts = (MimeMultipart) got.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Zoë, thank you: 25 €\r\n");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Zoë, thank you: 25 €</p>");
        assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(got.getSentDate()).isEqualTo(AT);
    }

    @Test
    void a_repeat_of_the_same_job_has_the_same_message_id_and_another_job_has_another() throws Exception {
        MailTransport transport = smtp(Map.of());
        transport.send(mail("job-1", "", "one"));
        transport.send(mail("job-1", "", "one"));
        transport.send(mail("job-2", "", "two"));

        List<MimeMessage> got = received(3);
        assertThat(got.get(0).getMessageID())
                .endsWith("@csr-grid.example>")
                .isEqualTo(got.get(1).getMessageID());
        assertThat(got.get(2).getMessageID()).isNotEqualTo(got.get(0).getMessageID());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", "\u0085", "\u2028", "\0"})
    void no_name_or_subject_can_add_a_header(String lineBreak) throws Exception {
        smtp(Map.of())
                .send(mail(
                        "job-1",
                        "Eve" + lineBreak + "Bcc: everybody@example.org",
                        "Hi" + lineBreak + "Bcc: everybody@example.org" + lineBreak + lineBreak + "body"));

        MimeMessage got = received(1).getFirst();
        assertThat(got.getHeader("Bcc")).isNull();
        assertThat(got.getAllRecipients()).hasSize(1);
        assertThat(got.getSubject()).isEqualTo("Hi Bcc: everybody@example.org body");
        assertThat(GreenMailUtil.getHeaders(got).lines()).noneMatch(line -> line.startsWith("Bcc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@example.org, b@example.org", "a@example.org\r\nRCPT TO:<b@example.org>"})
    void what_is_not_one_plain_address_is_refused_before_anything_is_sent(String address) {
        Mail mail = new Mail("job-1", address, "", "Hi", "text", "<p>html</p>", "en", AT);

        assertThatThrownBy(() -> smtp(Map.of()).send(mail)).isInstanceOf(MailRefusedException.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_refusal_for_good_is_told_apart_from_one_for_now() throws IOException {
        try (ScriptedSmtpServer never = new ScriptedSmtpServer("550 no such mailbox");
                ScriptedSmtpServer later = new ScriptedSmtpServer("451 greylisted")) {
            assertThatThrownBy(() -> smtp(Map.of("mail.port", Integer.toString(never.port())))
                            .send(mail("job-1", "", "Hi")))
                    .isInstanceOf(MailRefusedException.class)
                    .hasMessageContaining("550")
                    .hasMessageNotContaining("donor@");
            assertThatThrownBy(() -> smtp(Map.of("mail.port", Integer.toString(later.port())))
                            .send(mail("job-1", "", "Hi")))
                    .isInstanceOf(MailUnavailableException.class)
                    .hasMessageContaining("451");
        }
    }

    @Test
    void a_server_that_is_not_there_or_offers_no_tls_or_refuses_the_log_in_may_take_the_mail_later() throws Exception {
        int closed;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = free.getLocalPort();
        }
        server.setUser("csr", "right-password");
        List<Map<String, String>> unfit = List.of(
                Map.of("mail.port", Integer.toString(closed)),
                Map.of("mail.tls", "starttls"),
                Map.of("mail.user", "csr", "mail.password", "wrong-password"));
        for (Map<String, String> settings : unfit) {
            assertThatThrownBy(() -> smtp(settings).send(mail("job-1", "", "Hi")))
                    .as("%s", settings)
                    .isInstanceOf(MailUnavailableException.class);
        }
        smtp(Map.of("mail.user", "csr", "mail.password", "right-password")).send(mail("job-1", "", "Hi"));
        assertThat(received(1)).hasSize(1);
    }

    @Test
    void without_a_server_a_mail_becomes_one_file_however_often_it_is_sent(@TempDir Path folder) throws Exception {
        MailTransport transport = MailTransports.of(
                settings(Map.of("mail.folder", folder.resolve("mails").toString())), SecurityMode.PRODUCTION);
        transport.send(mail("job-1", "Zoë", "Hi"));
        transport.send(mail("job-1", "Zoë", "Hi"));

        try (Stream<Path> files = Files.list(folder.resolve("mails"))) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            assertThat(all.getFirst().toString()).endsWith(".eml");
            assertThat(Files.readString(all.getFirst())).contains("Subject: Hi", "donor@example.org");
        }
    }

    @Test
    void production_refuses_to_start_with_neither_server_nor_folder() {
        assertThatThrownBy(() -> MailTransports.of(settings(Map.of()), SecurityMode.PRODUCTION))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("mail.host");
        assertThat(MailTransports.of(settings(Map.of()), SecurityMode.DEMO)).isInstanceOf(FolderTransport.class);
    }

    private static Mail mail(String cause, String name, String subject) {
        return new Mail(
                cause,
                "donor@example.org",
                name,
                subject,
                "Zoë, thank you: 25 €\r\n",
                "<p>Zoë, thank you: 25 €</p>",
                "en",
                AT);
    }

    private MailTransport smtp(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of(
                "mail.host",
                "127.0.0.1",
                "mail.port",
                Integer.toString(server.getSmtp().getPort()),
                "mail.tls",
                "none",
                "mail.timeout",
                "3s"));
        all.putAll(more);
        return MailTransports.of(settings(all), SecurityMode.DEMO);
    }

    private static MailSettings settings(Map<String, String> values) {
        return SettingsLoader.defaultsWith(values).mail();
    }

    private List<MimeMessage> received(int count) {
        assertThat(server.waitForIncomingEmail(5_000, count)).isTrue();
        return List.of(server.getReceivedMessages());
    }
}
