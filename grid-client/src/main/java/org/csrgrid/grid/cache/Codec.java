package org.csrgrid.grid.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * How a layer's values become bytes. Safe for use by many threads; the same in all processes that share the layer.
 *
 * @param <V> the values; they must not change if {@link #isShared} says so
 */
public interface Codec<V> {

    /** Texts. */
    Codec<String> TEXT = new Codec<>() {
        @Override
        public byte[] encode(String value) {
            return value.getBytes(UTF_8);
        }

        @Override
        public String decode(byte[] bytes) {
            return new String(bytes, UTF_8);
        }
    };

    /** Bytes as they are. Whoever gets them must not change them. */
    Codec<byte[]> BYTES = new Codec<>() {
        @Override
        public byte[] encode(byte[] value) {
            return value;
        }

        @Override
        public byte[] decode(byte[] bytes) {
            return bytes;
        }
    };

    byte[] encode(V value);

    /** A fault means that another version wrote these bytes; the value is loaded again then. */
    V decode(byte[] bytes);

    /** Whether a process keeps one object for all callers near; otherwise it keeps bytes, and every caller gets an object of its own. */
    default boolean isShared() {
        return true;
    }
}
