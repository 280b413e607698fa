package org.csrgrid.grid.job;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobRequest;

/** AES-GCM under one key that all nodes share. A ciphertext is bound to the name of its kind of job. */
public final class PayloadCipher implements JobCipher {

    /** Payloads are JSON objects, so none begins like this. */
    private static final String MARK = "sealed:";

    private static final int KEY_BYTES = 32;

    private final AesGcmJce cipher;

    private PayloadCipher(String key) {
        try {
            byte[] derived = Hkdf.computeHkdf(
                    "HMACSHA256",
                    key.getBytes(StandardCharsets.UTF_8),
                    new byte[0],
                    "csr-grid job payload".getBytes(StandardCharsets.UTF_8),
                    KEY_BYTES);
            cipher = new AesGcmJce(derived);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param key a secret text, of which the key is derived; empty for a process that has none and refuses sensitive jobs */
    public static JobCipher of(Optional<String> key) {
        return key.<JobCipher>map(PayloadCipher::new).orElse(JobCipher.NONE);
    }

    @Override
    public Job sealed(Job job) {
        JobRequest sealed = sealed(job.request());
        return sealed == job.request() ? job : job.withRequest(sealed);
    }

    private JobRequest sealed(JobRequest request) {
        boolean open = request.sensitive() && !request.payload().startsWith(MARK);
        if (!open && request.next().isEmpty()) {
            return request;
        }
        String payload = open ? encrypt(request) : request.payload();
        return request.with()
                .payload(payload, request.payloadVersion(), request.sensitive())
                .then(request.next().stream().map(this::sealed).toList())
                .build();
    }

    @Override
    public String opened(JobRequest request) {
        return request.payload().startsWith(MARK) ? decrypt(request) : request.payload();
    }

    private String encrypt(JobRequest request) {
        try {
            byte[] sealed = cipher.encrypt(
                    request.payload().getBytes(StandardCharsets.UTF_8),
                    request.name().getBytes(StandardCharsets.UTF_8));
            return MARK + Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String decrypt(JobRequest request) {
        try {
            byte[] sealed = Base64.getDecoder().decode(request.payload().substring(MARK.length()));
            byte[] open = cipher.decrypt(sealed, request.name().getBytes(StandardCharsets.UTF_8));
            return new String(open, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException unfit) {
            throw new UnreadablePayloadException(
                    "payload of %s: not encrypted under this jobs.payload-key".formatted(request.name()), unfit);
        }
    }
}
