package org.csrgrid.apinode.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The strong entity tag of one state of one resource, for both of its codings: compressed bytes are other bytes, so they have a tag of their own. Made
 * once for what is answered often.
 */
public final class EntityTag {

    private static final String COMPRESSED = "-gzip\"";

    private static final int DIGEST_BYTES = 12;

    private final Header plain;
    private final Header compressed;

    private EntityTag(String plain) {
        this.plain = header(plain);
        compressed = header(ofCompressed(plain));
    }

    /** @param tag with its quotes */
    public static EntityTag of(String tag) {
        return new EntityTag(tag);
    }

    /** A tag made of the content itself, for what has no version. */
    public static EntityTag ofContent(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return of('"' + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES) + '"');
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** The tag for the client that asks now. */
    Header header() {
        return Compression.isWanted() ? compressed : plain;
    }

    /** A tag as the client that asks now gets it. */
    static String coded(String tag) {
        return Compression.isWanted() ? ofCompressed(tag) : tag;
    }

    private static String ofCompressed(String tag) {
        return tag.substring(0, tag.length() - 1) + COMPRESSED;
    }

    private static Header header(String tag) {
        return HeaderValues.createCached(HeaderNames.ETAG, tag);
    }
}
