package org.csrgrid.grid.content;

/**
 * A document as it is answered.
 *
 * @param language of its texts; empty if it has several or none
 * @param tag differs if anything of the document does, and begins with {@code v} and the version if it has one
 * @param next the address of the next page; empty if it is no page or the last
 * @param json the whole document; nobody changes it
 */
public record KeptDocument(String language, String tag, String next, byte[] json) {

    /** A document without a version. */
    public static KeptDocument of(String language, byte[] json) {
        return new KeptDocument(language, "d" + hex(json), "", json);
    }

    /** A document whose changes are guarded by a version. */
    public static KeptDocument versioned(long version, String language, byte[] json) {
        return new KeptDocument(language, "v" + version + '-' + hex(json), "", json);
    }

    /** A page of a list. */
    public static KeptDocument page(String next, byte[] json) {
        return new KeptDocument("", "p" + hex(json), next, json);
    }

    private static String hex(byte[] json) {
        return Long.toHexString(Stamps.of(json));
    }
}
