package org.csrgrid.grid.analytics;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.csrgrid.grid.cache.Codec;

/** Records of texts, numbers, enums and lists of such records, as JSON. */
public record JsonCodec<T extends Record>(Class<T> type) implements Codec<T> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Override
    public byte[] encode(T value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (IOException unfit) {
            throw new UncheckedIOException(unfit);
        }
    }

    @Override
    public T decode(byte[] bytes) {
        try {
            return JSON.readValue(bytes, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
