package org.csrgrid.config.binding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** A password or key that may be absent and never shows itself in a log, a message or a debugger's {@code toString}. */
public final class Secret {
    private static final Secret ABSENT = new Secret("");

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** Wraps a value; an empty one is {@link #absent()}. */
    public static Secret of(String value) {
        return value.isEmpty() ? ABSENT : new Secret(value);
    }

    /** The secret nobody has set. */
    public static Secret absent() {
        return ABSENT;
    }

    public boolean isPresent() {
        return !value.isEmpty();
    }

    /**
     * The value itself, for the one place that needs it.
     *
     * @throws IllegalStateException when the secret is absent
     */
    public String reveal() {
        if (value.isEmpty()) {
            throw new IllegalStateException("the secret is not set (expected: checked at start)");
        }
        return value;
    }

    /** Compares in constant time. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value.isEmpty() ? "(not set)" : "****";
    }

    private byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
