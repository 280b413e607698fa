package org.csrgrid.apinode.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Passwords everybody tries first. */
final class CommonPasswords {

    private static final String RESOURCE = "common-passwords.txt";

    private final Set<String> words;

    private CommonPasswords(Set<String> words) {
        this.words = words;
    }

    /** The list that ships. */
    static CommonPasswords shipped() {
        try (InputStream in =
                Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(RESOURCE), "the list is missing")) {
            return new CommonPasswords(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("# "))
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", unreadable);
        }
    }

    /** @param password in lower case */
    boolean contains(String password) {
        return words.contains(password);
    }

    int size() {
        return words.size();
    }
}
