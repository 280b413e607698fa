package org.csrgrid.apinode.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Files on the class path. */
final class Resources {

    private Resources() {}

    /** @throws IllegalStateException if it is not there, which is a mistake in packaging */
    static byte[] read(String path) {
        try (InputStream content = Resources.class.getClassLoader().getResourceAsStream(path)) {
            if (content == null) {
                throw new IllegalStateException("resource: %s (expected: on the class path)".formatted(path));
            }
            return content.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
