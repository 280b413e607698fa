package org.csrgrid.bench.delivery;

/** The first attempt of a job that is to fail once. */
final class FailsOnceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FailsOnceException(String job) {
        super("job %s fails once, as it was told".formatted(job));
    }
}
