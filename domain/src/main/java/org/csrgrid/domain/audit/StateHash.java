package org.csrgrid.domain.audit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The hash of an object's state: equal states have equal hashes on every node, and nobody learns the state from it. */
public final class StateHash {

    private StateHash() {}

    /** SHA-256 over the state as canonical JSON, in hexadecimal. */
    public static String of(Record state) {
        return Sha256.hex(CanonicalJson.of(value(state)));
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Boolean flag -> flag;
            case Number number -> number.toString();
            case Enum<?> constant -> constant.name();
            case Instant instant -> instant.toString();
            case Duration duration -> duration.toString();
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            case Optional<?> optional -> value(optional.orElse(null));
            case Map<?, ?> map -> members(map);
            case Set<?> set -> set.stream().map(item -> CanonicalJson.of(value(item))).sorted().toList();
            case Collection<?> items -> items.stream().map(item -> CanonicalJson.of(value(item))).toList();
            case Record nested -> components(nested);
            default -> wellFormed(value.toString());
        };
    }

    /** Half a surrogate pair has no form in UTF-8. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static Map<String, @Nullable Object> members(Map<?, ?> map) {
        Map<String, @Nullable Object> members = new HashMap<>();
        map.forEach((key, value) -> members.put(wellFormed(String.valueOf(key)), value(value)));
        return members;
    }

    private static Map<String, @Nullable Object> components(Record state) {
        Map<String, @Nullable Object> members = new HashMap<>();
        for (RecordComponent component : state.getClass().getRecordComponents()) {
            try {
                component.getAccessor().trySetAccessible();
                members.put(component.getName(), value(component.getAccessor().invoke(state)));
            } catch (IllegalAccessException | InvocationTargetException unreadable) {
                throw new IllegalStateException("%s cannot be hashed".formatted(state.getClass()), unreadable);
            }
        }
        return members;
    }
}
