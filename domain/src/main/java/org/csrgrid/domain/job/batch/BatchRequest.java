package org.csrgrid.domain.job.batch;

import java.util.List;
import java.util.stream.Stream;
import org.csrgrid.domain.job.JobRequest;

/**
 * What somebody wants of a batch besides its jobs.
 *
 * @param id derived from its cause, so that the same cause started twice is one batch
 * @param name for people
 * @param ownerId the user who may look at it, 0 for nobody but administrators
 * @param onSuccess enqueued when all jobs have succeeded
 * @param onDead enqueued when the first job is dead
 * @param atEnd enqueued when all jobs are over
 */
public record BatchRequest(
        String id,
        String name,
        long ownerId,
        List<JobRequest> onSuccess,
        List<JobRequest> onDead,
        List<JobRequest> atEnd) {

    public static final int ID_LIMIT = 120;
    public static final int NAME_LIMIT = 100;

    public BatchRequest {
        onSuccess = List.copyOf(onSuccess);
        onDead = List.copyOf(onDead);
        atEnd = List.copyOf(atEnd);
        if (id.isBlank() || id.length() > ID_LIMIT) {
            throw new IllegalArgumentException("id: %d characters (expected: 1..%d)".formatted(id.length(), ID_LIMIT));
        }
        if (name.isBlank() || name.length() > NAME_LIMIT) {
            throw new IllegalArgumentException(
                    "name: %d characters (expected: 1..%d)".formatted(name.length(), NAME_LIMIT));
        }
        Stream.of(onSuccess, onDead, atEnd).flatMap(List::stream).forEach(BatchRequest::requirePlain);
    }

    /** Jobs that belong together, with nothing to follow. */
    public static BatchRequest of(String id, String name) {
        return new BatchRequest(id, name, 0, List.of(), List.of(), List.of());
    }

    public BatchRequest then(JobRequest... requests) {
        return new BatchRequest(id, name, ownerId, List.of(requests), onDead, atEnd);
    }

    public BatchRequest catches(JobRequest... requests) {
        return new BatchRequest(id, name, ownerId, onSuccess, List.of(requests), atEnd);
    }

    public BatchRequest atLast(JobRequest... requests) {
        return new BatchRequest(id, name, ownerId, onSuccess, onDead, List.of(requests));
    }

    /** Requests wait unencrypted in the batch's row. */
    private static void requirePlain(JobRequest request) {
        if (request.sensitive()) {
            throw new IllegalArgumentException(
                    "%s after a batch: sensitive (expected: a payload that may be stored as it is)"
                            .formatted(request.name()));
        }
    }
}
