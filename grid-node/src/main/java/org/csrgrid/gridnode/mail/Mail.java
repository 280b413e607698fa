package org.csrgrid.gridnode.mail;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One message to one person.
 *
 * @param causeId the job it is sent for: the same cause gives the same Message-ID, so that a mail sent twice is recognized as one
 * @param toName the receiver's name as they wrote it; may be empty
 * @param subject line breaks and control characters in it become spaces
 * @param text the words for programs that show no HTML
 * @param language ISO 639-1 code of the words
 * @param at when it was written
 */
public record Mail(
        String causeId,
        String toAddress,
        String toName,
        String subject,
        String text,
        String html,
        String language,
        Instant at) {

    public Mail {
        requireNonNull(toAddress, "toAddress is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(at, "at is null");
        if (causeId.isBlank()) {
            throw new IllegalArgumentException("causeId: \"\" (expected: a job's id)");
        }
    }

    /** Names and addresses nobody. */
    @Override
    public String toString() {
        return "Mail[causeId=%s, language=%s]".formatted(causeId, language);
    }
}
