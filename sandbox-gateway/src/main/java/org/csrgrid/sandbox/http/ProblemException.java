package org.csrgrid.sandbox.http;

import io.helidon.http.Status;
import org.jspecify.annotations.Nullable;

/** A request that is answered with a problem document (RFC 9457). */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Status status;
    private final @Nullable String pointer;

    private ProblemException(Status status, String detail, @Nullable String pointer) {
        super(detail, null, false, false);
        this.status = status;
        this.pointer = pointer;
    }

    static ProblemException of(Status status, String detail) {
        return new ProblemException(status, detail, null);
    }

    /** 400 because of one field of the body. */
    static ProblemException field(String name, String expectation) {
        return new ProblemException(Status.BAD_REQUEST_400, name + ": " + expectation, "/" + name);
    }

    Status status() {
        return status;
    }

    /** JSON Pointer to the offending field, null if it is not about one. */
    @Nullable
    String pointer() {
        return pointer;
    }
}
