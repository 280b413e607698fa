package org.csrgrid.launcher.verify;

/**
 * One place where an invariant does not hold.
 *
 * @param subject what is concerned, with its ids
 */
public record Drift(String subject, String expected, String found) {

    @Override
    public String toString() {
        return "%s: %s (expected: %s)".formatted(subject, found, expected);
    }
}
