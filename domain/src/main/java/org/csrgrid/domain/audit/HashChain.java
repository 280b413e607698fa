package org.csrgrid.domain.audit;

import java.nio.charset.StandardCharsets;

/** How sealed entries hang together: each link is the hash of the link before and of its entry. A first byte keeps leaves, nodes and links apart. */
public final class HashChain {

    /** What the first link hangs on. */
    public static final String GENESIS = "0".repeat(64);

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};
    private static final byte[] LINK = {2};

    private HashChain() {}

    /** The leaf of an entry's canonical text, as RFC 6962 has it. */
    public static byte[] leaf(String canonical) {
        return Sha256.of(LEAF, canonical.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] node(byte[] left, byte[] right) {
        return Sha256.of(NODE, left, right);
    }

    /** The link after {@code previous}. */
    public static byte[] link(byte[] previous, byte[] leaf) {
        return Sha256.of(LINK, previous, leaf);
    }
}
