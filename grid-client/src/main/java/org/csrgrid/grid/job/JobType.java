package org.csrgrid.grid.job;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.JobRequest;

/**
 * A kind of job: its stable name, its channel, and the record its work is described by.
 *
 * @param name stored with every job; never reuse one for another kind
 * @param payload a record of texts, numbers, booleans, enums, lists and records of those; jobs carry it as JSON
 * @param version of the record's shape, from 1; raise it when a reader of the old shape would go wrong
 * @param sensitive whether payloads are encrypted at rest and never shown
 */
public record JobType<P extends Record>(
        String name, Channel channel, Class<P> payload, int version, boolean sensitive) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public JobType {
        requireNonNull(channel, "channel is null");
        requireNonNull(payload, "payload is null");
        if (name.isBlank() || name.length() > JobRequest.NAME_LIMIT) {
            throw new IllegalArgumentException(
                    "name: \"%s\" (expected: 1..%d characters)".formatted(name, JobRequest.NAME_LIMIT));
        }
        if (version < 1) {
            throw new IllegalArgumentException("version: %d (expected: >= 1)".formatted(version));
        }
    }

    public static <P extends Record> JobType<P> of(String name, Channel channel, Class<P> payload) {
        return new JobType<>(name, channel, payload, 1, false);
    }

    /** Payloads of this kind are encrypted at rest and never shown. */
    public JobType<P> asSensitive() {
        return new JobType<>(name, channel, payload, version, true);
    }

    /** A request for this work; change it with {@link JobRequest#with}. A sensitive payload is encrypted when it is enqueued. */
    public JobRequest request(P work) {
        try {
            return JobRequest.of(name, channel, "")
                    .with()
                    .payload(JSON.writeValueAsString(work), version, sensitive)
                    .build();
        } catch (JsonProcessingException unfit) {
            throw new IllegalArgumentException(
                    "payload of %s: %s (expected: a record of plain values)".formatted(name, work.getClass()), unfit);
        }
    }

    /**
     * The payload of a job of this kind.
     *
     * @param json as stored, decrypted
     * @throws UnreadablePayloadException if it is of a newer version or does not fit the record
     */
    public P read(String json, int writtenVersion) {
        if (writtenVersion > version) {
            throw new UnreadablePayloadException(
                    "payloadVersion of %s: %d (expected: <= %d)".formatted(name, writtenVersion, version));
        }
        try {
            return requireNonNull(JSON.readValue(json, payload), "payload is null");
        } catch (JsonProcessingException | NullPointerException unfit) {
            throw new UnreadablePayloadException(
                    "payload of %s: not a %s".formatted(name, payload.getSimpleName()), unfit);
        }
    }
}
