package org.csrgrid.apinode.http;

import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A body as bytes, and the same compressed: once, when a client first asks for it, however often it is sent. Whoever makes it must not change the bytes.
 * Safe for use by many threads.
 */
public final class Representation {

    private final byte[] plain;
    private volatile byte @Nullable [] compressed;

    public Representation(byte[] plain) {
        this.plain = plain;
    }

    /** Its bytes uncompressed. */
    public int size() {
        return plain.length;
    }

    /** Sends it, compressed if the client wants that and it is large enough to pay. */
    public void send(ServerResponse response) {
        if (Compression.isWanted(plain.length)) {
            response.header(Headers.GZIP);
            response.send(compressed());
        } else {
            response.send(plain);
        }
    }

    /** Two threads may do it at once; then one of the two is kept. */
    private byte[] compressed() {
        byte[] made = compressed;
        if (made == null) {
            made = compress(plain);
            compressed = made;
        }
        return made;
    }

    private static byte[] compress(byte[] bytes) {
        var buffer = new ByteArrayOutputStream(bytes.length / 3);
        try (var gzip = new GZIPOutputStream(buffer)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return buffer.toByteArray();
    }
}
