package org.csrgrid.grid.wire;

import static java.util.Objects.requireNonNull;

import com.hazelcast.nio.serialization.FieldKind;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How one record component is written and read. Times are whole microseconds, enums and currencies their names. A field that the writer did not know
 * reads as {@code absent}, so records may grow.
 */
record FieldCodec(Write write, Read read, @Nullable Object absent) {

    interface Write {
        void write(CompactWriter writer, String field, @Nullable Object value);
    }

    interface WriteValue {
        void write(CompactWriter writer, String field, Object value);
    }

    interface Read {
        @Nullable
        Object read(CompactReader reader, String field);
    }

    @Nullable
    Object readOrAbsent(CompactReader reader, String field) {
        return reader.getFieldKind(field) == FieldKind.NOT_AVAILABLE ? absent : read.read(reader, field);
    }

    static FieldCodec of(RecordComponent component) {
        Class<?> type = component.getType();
        if (Collection.class.isAssignableFrom(type) || type == Map.class) {
            return CollectionCodec.of(component);
        }
        return ofScalar(type);
    }

    static FieldCodec required(WriteValue write, Read read, @Nullable Object absent) {
        return new FieldCodec((w, f, v) -> write.write(w, f, requireNonNull(v, f)), read, absent);
    }

    private static FieldCodec ofScalar(Class<?> type) {
        if (type == long.class) {
            return required((w, f, v) -> w.writeInt64(f, (long) v), CompactReader::readInt64, 0L);
        }
        if (type == int.class) {
            return required((w, f, v) -> w.writeInt32(f, (int) v), CompactReader::readInt32, 0);
        }
        if (type == boolean.class) {
            return required((w, f, v) -> w.writeBoolean(f, (boolean) v), CompactReader::readBoolean, false);
        }
        if (type == String.class) {
            return new FieldCodec((w, f, v) -> w.writeString(f, (String) v), CompactReader::readString, null);
        }
        if (type == byte[].class) {
            return required(
                    (w, f, v) -> w.writeArrayOfInt8(f, (byte[]) v), CompactReader::readArrayOfInt8, new byte[0]);
        }
        if (type == BigDecimal.class) {
            return new FieldCodec((w, f, v) -> w.writeDecimal(f, (BigDecimal) v), CompactReader::readDecimal, null);
        }
        if (type == Instant.class) {
            return new FieldCodec(
                    (w, f, v) -> w.writeNullableInt64(f, v == null ? null : Micros.of((Instant) v)),
                    (r, f) -> {
                        Long micros = r.readNullableInt64(f);
                        return micros == null ? null : Micros.toInstant(micros);
                    },
                    null);
        }
        if (type == Duration.class) {
            return new FieldCodec(
                    (w, f, v) -> w.writeInt64(f, v == null ? 0 : ((Duration) v).toNanos()),
                    (r, f) -> Duration.ofNanos(r.readInt64(f)),
                    Duration.ZERO);
        }
        if (type == Currency.class) {
            return new FieldCodec(
                    (w, f, v) -> w.writeString(f, v == null ? null : ((Currency) v).getCurrencyCode()),
                    (r, f) -> {
                        String code = r.readString(f);
                        return code == null ? null : Currency.getInstance(code);
                    },
                    null);
        }
        if (type.isEnum()) {
            return ofEnum(type);
        }
        return new FieldCodec((w, f, v) -> w.writeCompact(f, v), CompactReader::readCompact, null);
    }

    private static FieldCodec ofEnum(Class<?> type) {
        Map<String, Object> byName = constants(type);
        return new FieldCodec(
                (w, f, v) -> w.writeString(f, v == null ? null : ((Enum<?>) v).name()),
                (r, f) -> {
                    String name = r.readString(f);
                    return name == null ? null : byName.get(name);
                },
                null);
    }

    static Map<String, Object> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toUnmodifiableMap(constant -> ((Enum<?>) constant).name(), constant -> constant));
    }
}
