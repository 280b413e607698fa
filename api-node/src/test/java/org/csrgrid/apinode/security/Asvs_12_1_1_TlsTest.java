package org.csrgrid.apinode.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.csrgrid.apinode.ApiFixture;
import org.csrgrid.apinode.ApiNode;
import org.csrgrid.apinode.SharedApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS 1.3 and nothing else, with a certificate that may change while the server runs. */
@ExtendWith(SharedApi.class)
class Asvs_12_1_1_TlsTest {

    private final ApiFixture api;
    private Certificate first;
    private Path chain;
    private Path key;

    @TempDir
    Path folder;

    Asvs_12_1_1_TlsTest(ApiFixture api) {
        this.api = api;
    }

    @BeforeEach
    void makeCertificate() throws Exception {
        chain = folder.resolve("chain.pem");
        key = folder.resolve("key.pem");
        first = Certificate.make(folder, "first", "EC");
        first.write(chain, key);
    }

    private ApiNode node() {
        return api.another(Map.of(
                "api.tls.certificate", chain.toString(),
                "api.tls.private-key", key.toString(),
                "api.tls.check-interval", "100ms"));
    }

    @Test
    void Asvs_12_1_1_tls_1_3_is_spoken_and_browsers_are_told_to_stay_with_it() throws Exception {
        try (ApiNode node = node();
                SSLSocket socket = connect(node.port(), first, "TLSv1.3")) {
            socket.getOutputStream()
                    .write("GET /api/v1/campaigns HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);

            assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(answer)
                    .startsWith("HTTP/1.1 200")
                    .containsIgnoringCase("Strict-Transport-Security: max-age=63072000; includeSubDomains");
        }
    }

    @Test
    void Asvs_12_1_1_older_protocols_and_plain_http_are_refused() throws Exception {
        try (ApiNode node = node()) {
            assertThatThrownBy(() -> connect(node.port(), first, "TLSv1.2").close())
                    .isInstanceOf(SSLException.class);
            assertThat(Raw.answers(node.port(), "GET / HTTP/1.1\r\nHost: x\r\n\r\n"))
                    .doesNotContain("HTTP/1.1");
        }
    }

    @Test
    void Tls_a_changed_certificate_is_used_without_a_restart_and_a_broken_one_is_not() throws Exception {
        Certificate second = Certificate.make(folder, "second", "RSA");
        try (ApiNode node = node()) {
            assertThat(presented(node.port(), first)).isEqualTo(first.certificate());
            Files.writeString(chain, "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n");
            assertThat(presented(node.port(), first)).isEqualTo(first.certificate());

            second.write(chain, key);

            await().atMost(Duration.ofSeconds(10))
                    .ignoreExceptions()
                    .untilAsserted(
                            () -> assertThat(presented(node.port(), second)).isEqualTo(second.certificate()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"})
    void Tls_a_key_that_cannot_be_used_stops_the_start_and_says_so(String content) throws IOException {
        Files.writeString(key, content);

        assertThatThrownBy(() -> node().close())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("api.tls.private-key");
    }

    private static X509Certificate presented(int port, Certificate trusted)
            throws IOException, GeneralSecurityException {
        try (SSLSocket socket = connect(port, trusted, "TLSv1.3")) {
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    private static SSLSocket connect(int port, Certificate trusted, String protocol)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("server", trusted.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        var socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
        socket.setSoTimeout(10_000);
        socket.setEnabledProtocols(new String[] {protocol});
        socket.startHandshake();
        return socket;
    }
}
