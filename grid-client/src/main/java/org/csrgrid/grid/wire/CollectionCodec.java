package org.csrgrid.grid.wire;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How a record component that holds several values is written and read: as arrays, a map as two of them. Durations are whole nanoseconds. */
final class CollectionCodec {

    private CollectionCodec() {}

    static FieldCodec of(RecordComponent component) {
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
        if (element == Duration.class) {
            return durations();
        }
        if (element.isEnum()) {
            return enums(element);
        }
        return records(element);
    }

    private static FieldCodec longs(Class<?> type) {
        return FieldCodec.required(
                (w, f, v) -> w.writeArrayOfInt64(f, longArray((Collection<?>) v)),
                (r, f) -> {
                    List<Long> values = boxed(r.readArrayOfInt64(f));
                    return type == Set.class ? new HashSet<>(values) : values;
                },
                type == Set.class ? Set.of() : List.of());
    }

    private static FieldCodec integers() {
        return FieldCodec.required(
                (w, f, v) -> w.writeArrayOfInt32(
                        f,
                        ((Collection<?>) v).stream().mapToInt(n -> (Integer) n).toArray()),
                (r, f) -> Arrays.stream(r.readArrayOfInt32(f)).boxed().toList(),
                List.of());
    }

    private static FieldCodec durations() {
        return FieldCodec.required(
                (w, f, v) -> w.writeArrayOfInt64(
                        f,
                        ((Collection<?>) v)
                                .stream()
                                        .mapToLong(d -> ((Duration) d).toNanos())
                                        .toArray()),
                (r, f) -> Arrays.stream(r.readArrayOfInt64(f))
                        .mapToObj(Duration::ofNanos)
                        .toList(),
                List.of());
    }

    private static FieldCodec strings(Class<?> type) {
        return FieldCodec.required(
                (w, f, v) -> w.writeArrayOfString(f, ((Collection<?>) v).toArray(String[]::new)),
                (r, f) -> {
                    List<String> values = Arrays.asList(r.readArrayOfString(f));
                    return type == Set.class ? new LinkedHashSet<>(values) : values;
                },
                type == Set.class ? Set.of() : List.of());
    }

    private static FieldCodec enums(Class<?> element) {
        Map<String, Object> byName = FieldCodec.constants(element);
        return FieldCodec.required(
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
        return FieldCodec.required(
                (w, f, v) -> w.writeArrayOfCompact(f, ((Collection<?>) v).toArray()),
                (r, f) -> Arrays.asList(r.readArrayOfCompact(f, (Class<Object>) element)),
                List.of());
    }

    private static FieldCodec stringMap() {
        return FieldCodec.required(
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
        return FieldCodec.required(
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
}
