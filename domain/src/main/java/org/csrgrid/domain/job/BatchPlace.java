package org.csrgrid.domain.job;

/**
 * A job's place in a batch.
 *
 * @param batchId the batch
 * @param index 0..size-1, so that the batch notices an end that is reported twice
 */
public record BatchPlace(String batchId, int index) {

    public BatchPlace {
        if (index < 0) {
            throw new IllegalArgumentException("index: %d (expected: >= 0)".formatted(index));
        }
    }
}
