package org.csrgrid.apinode.guard;

import io.helidon.common.tls.Tls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.csrgrid.config.settings.ApiTlsSettings;

/** A server's certificate and key as read from their files at one moment. */
final class ServerCertificate {

    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA");

    private final byte[] certificates;
    private final byte[] key;

    private ServerCertificate(byte[] certificates, byte[] key) {
        this.certificates = certificates;
        this.key = key;
    }

    /** @throws UncheckedIOException if a file cannot be read */
    static ServerCertificate read(ApiTlsSettings settings) {
        return new ServerCertificate(
                bytes(settings.certificate().orElseThrow()),
                bytes(settings.privateKey().orElseThrow()));
    }

    boolean isSameAs(ServerCertificate other) {
        return Arrays.equals(certificates, other.certificates) && Arrays.equals(key, other.key);
    }

    /** @throws IllegalArgumentException if what was read is no certificate or not its key */
    Tls tls() {
        try {
            return Tls.builder()
                    .privateKey(privateKey())
                    .privateKeyCertChain(chain())
                    .enabledProtocols(List.of("TLSv1.3"))
                    .build();
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalArgumentException(
                    "api.tls.certificate: cannot be read (expected: X.509 certificates in PEM)", unreadable);
        }
    }

    private List<X509Certificate> chain() throws CertificateException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(certificates))
                .stream()
                .map(X509Certificate.class::cast)
                .toList();
    }

    private PrivateKey privateKey() {
        var specification = new PKCS8EncodedKeySpec(decoded());
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(specification);
            } catch (GeneralSecurityException another) {
                continue;
            }
        }
        throw unreadableKey();
    }

    private byte[] decoded() {
        String text = new String(key, StandardCharsets.US_ASCII);
        String begin = "-----BEGIN PRIVATE KEY-----";
        int from = text.indexOf(begin);
        int to = text.indexOf("-----END PRIVATE KEY-----");
        if (from < 0 || to < from) {
            throw unreadableKey();
        }
        try {
            return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
        } catch (IllegalArgumentException noBase64) {
            throw unreadableKey();
        }
    }

    private static IllegalArgumentException unreadableKey() {
        return new IllegalArgumentException(
                "api.tls.private-key: cannot be read (expected: PKCS #8 in PEM, not encrypted; EC, RSA or Ed25519)");
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
