package org.csrgrid.mapstore.job;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.job.filter.InvalidCursorException;
import org.csrgrid.grid.wire.Micros;

/** The last job of a page; the next page begins below it, whatever was put above meanwhile. */
record JobCursor(long createdAtMicros, String id) {

    static JobCursor of(Job last) {
        return new JobCursor(Micros.of(last.createdAt()), last.id());
    }

    /** @throws InvalidCursorException if it is none of ours */
    static JobCursor parse(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() <= Long.BYTES || bytes.remaining() > Long.BYTES + 4 * Job.ID_LIMIT) {
                throw new InvalidCursorException(text);
            }
            return new JobCursor(
                    bytes.getLong(), StandardCharsets.UTF_8.decode(bytes).toString());
        } catch (IllegalArgumentException notBase64) {
            throw new InvalidCursorException(text);
        }
    }

    String text() {
        byte[] encoded = id.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = ByteBuffer.allocate(Long.BYTES + encoded.length)
                .putLong(createdAtMicros)
                .put(encoded)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
