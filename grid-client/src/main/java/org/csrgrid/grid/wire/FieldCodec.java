package org.csrgrid.grid.wire;

import static java.util.Objects.requireNonNull;

import com.hazelcast.nio.serialization.FieldKind;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            return ofCollection(component);
        }
        return ofScalar(type);
    }

    private static FieldCodec required(WriteValue write, Read read, @Nullable Object absent) {
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

    private static FieldCodec ofCollection(RecordComponent component) {
        Type[] arguments = ((ParameterizedType) component.getGenericType()).getActualTypeArguments();
        Class<?> element = (Class<?>) arguments[0];
        Class<?> type = component.getType();
        if (type == Map.class && element == String.class) {
            return stringMap();
        }
        if (type == Map.class) {
            return longMap();
        }
        if (element == Long.class) {
            return longs(type);
        }
        if (element == Integer.class) {
            return integers();
        }
        if (element == String.class) {
            return strings(type);
        }
        if (element.isEnum()) {
            return enums(element);
        }
        return records(element);
    }

    private static FieldCodec longs(Class<?> type) {
        return required(
                (w, f, v) -> w.writeArrayOfInt64(f, longArray((Collection<?>) v)),
                (r, f) -> {
                    List<Long> values = boxed(r.readArrayOfInt64(f));
                    return type == Set.class ? new HashSet<>(values) : values;
                },
                type == Set.class ? Set.of() : List.of());
    }

    private static FieldCodec integers() {
        return required(
                (w, f, v) -> w.writeArrayOfInt32(
                        f,
                        ((Collection<?>) v).stream().mapToInt(n -> (Integer) n).toArray()),
                (r, f) -> Arrays.stream(r.readArrayOfInt32(f)).boxed().toList(),
                List.of());
    }

    private static FieldCodec strings(Class<?> type) {
        return required(
                (w, f, v) -> w.writeArrayOfString(f, ((Collection<?>) v).toArray(String[]::new)),
                (r, f) -> {
                    List<String> values = Arrays.asList(r.readArrayOfString(f));
                    return type == Set.class ? new LinkedHashSet<>(values) : values;
                },
                type == Set.class ? Set.of() : List.of());
    }

    private static FieldCodec enums(Class<?> element) {
        Map<String, Object> byName = constants(element);
        return required(
                (w, f, v) -> w.writeArrayOfString(
                        f,
                        ((Collection<?>) v)
                                .stream().map(e -> ((Enum<?>) e).name()).toArray(String[]::new)),
                (r, f) -> Arrays.stream(r.readArrayOfString(f))
                        .map(byName::get)
                        .filter(constant -> constant != null)
                        .collect(Collectors.toSet()),
                Set.of());
    }

    @SuppressWarnings("unchecked")
    private static FieldCodec records(Class<?> element) {
        return required(
                (w, f, v) -> w.writeArrayOfCompact(f, ((Collection<?>) v).toArray()),
                (r, f) -> Arrays.asList(r.readArrayOfCompact(f, (Class<Object>) element)),
                List.of());
    }

    private static FieldCodec stringMap() {
        return required(
                (w, f, v) -> {
                    Map<?, ?> map = (Map<?, ?>) v;
                    w.writeArrayOfString(f, map.keySet().toArray(String[]::new));
                    w.writeArrayOfString(f + "Values", map.values().toArray(String[]::new));
                },
                (r, f) -> {
                    String[] keys = r.readArrayOfString(f);
                    String[] values = r.readArrayOfString(f + "Values");
                    var map = new HashMap<String, String>();
                    for (int i = 0; i < keys.length; i++) {
                        map.put(keys[i], values[i]);
                    }
                    return map;
                },
                Map.of());
    }

    private static FieldCodec longMap() {
        return required(
                (w, f, v) -> {
                    Map<?, ?> map = (Map<?, ?>) v;
                    w.writeArrayOfInt64(f, longArray(map.keySet()));
                    w.writeArrayOfInt64(f + "Values", longArray(map.values()));
                },
                (r, f) -> {
                    long[] keys = r.readArrayOfInt64(f);
                    long[] values = r.readArrayOfInt64(f + "Values");
                    var map = new HashMap<Long, Long>();
                    for (int i = 0; i < keys.length; i++) {
                        map.put(keys[i], values[i]);
                    }
                    return map;
                },
                Map.of());
    }

    private static long[] longArray(Collection<?> values) {
        return values.stream().mapToLong(value -> (Long) value).toArray();
    }

    private static List<Long> boxed(long[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static Map<String, Object> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toUnmodifiableMap(constant -> ((Enum<?>) constant).name(), constant -> constant));
    }
}
