package org.csrgrid.grid.cache;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;
import org.csrgrid.grid.cache.slot.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Makes values small where it pays. A layer whose values did not get smaller for some time is only tried now and then.
 *
 * @param <V> the values
 */
final class Packing<V> {

    private static final LZ4Factory LZ4 = LZ4Factory.fastestJavaInstance();
    private static final LZ4Compressor COMPRESSOR = LZ4.fastCompressor();
    private static final LZ4SafeDecompressor DECOMPRESSOR = LZ4.safeDecompressor();

    private static final int GIVE_UP_AFTER = 16;
    private static final int TRY_EVERY = 64;

    private final Codec<V> codec;
    private final LayerOptions options;
    private final Counters counters;
    private final AtomicInteger failures = new AtomicInteger();

    Packing(Codec<V> codec, LayerOptions options, Counters counters) {
        this.codec = codec;
        this.options = options;
        this.counters = counters;
    }

    /** @param unpackedSize 0 if it is not packed */
    @SuppressWarnings("ArrayRecordComponent")
    record Packed(byte[] payload, int unpackedSize) {

        int size() {
            return unpackedSize == 0 ? payload.length : unpackedSize;
        }
    }

    Packed pack(V value) {
        byte[] encoded = codec.encode(value);
        if (encoded.length <= options.compressAbove() || encoded.length > options.entryLimit() || !isWorthTrying()) {
            return new Packed(encoded, 0);
        }
        byte[] buffer = new byte[COMPRESSOR.maxCompressedLength(encoded.length)];
        int size = COMPRESSOR.compress(encoded, buffer);
        counters.packed(encoded.length, size);
        if (size > encoded.length - encoded.length / 8) {
            failures.incrementAndGet();
            return new Packed(encoded, 0);
        }
        failures.set(0);
        return new Packed(Arrays.copyOf(buffer, size), encoded.length);
    }

    /** Null if it is absent. */
    @Nullable
    V unpack(Stored stored) {
        if (stored.absent()) {
            return null;
        }
        return codec.decode(bytes(stored));
    }

    private static byte[] bytes(Stored stored) {
        return stored.unpackedSize() == 0
                ? stored.payload()
                : DECOMPRESSOR.decompress(stored.payload(), stored.unpackedSize());
    }

    private boolean isWorthTrying() {
        int failed = failures.get();
        return failed < GIVE_UP_AFTER || failures.incrementAndGet() % TRY_EVERY == 0;
    }
}
