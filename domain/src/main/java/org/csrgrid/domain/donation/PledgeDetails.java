package org.csrgrid.domain.donation;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What the donor chose besides the amount; kept on the pledge's ledger entry so that a donation can be rebuilt from the ledger alone.
 *
 * @param anonymous whether the donor's name is hidden from everybody but finance and auditors
 * @param note at most 500 characters
 */
public record PledgeDetails(
        PaymentMethod method, boolean anonymous, @Nullable String note) {

    public static final int NOTE_LIMIT = 500;

    public PledgeDetails {
        requireNonNull(method, "method is null");
        if (note != null && note.length() > NOTE_LIMIT) {
            throw new IllegalArgumentException(
                    "note: %d characters (expected: <= %d)".formatted(note.length(), NOTE_LIMIT));
        }
    }
}
