package org.csrgrid.grid.content;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.csrgrid.grid.cache.Codec;

/** Documents as bytes: language, tag, next address, and the JSON to the end. */
final class KeptDocumentCodec implements Codec<KeptDocument> {

    @Override
    public byte[] encode(KeptDocument document) {
        var bytes = new ByteArrayOutputStream(document.json().length + 64);
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(document.language());
            out.writeUTF(document.tag());
            out.writeUTF(document.next());
            out.write(document.json());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    @Override
    public KeptDocument decode(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new KeptDocument(in.readUTF(), in.readUTF(), in.readUTF(), in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
