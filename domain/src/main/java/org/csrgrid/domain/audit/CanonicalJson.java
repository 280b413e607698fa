package org.csrgrid.domain.audit;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON in the one form RFC 8785 allows, so that equal content has equal bytes in UTF-8: members sorted by UTF-16 code units, no white space, the shortest
 * escapes. Of numbers only whole ones up to 2^53 are written; ids and times of ours are texts.
 */
public final class CanonicalJson {

    private static final long LARGEST_NUMBER = 1L << 53;

    private final StringBuilder text = new StringBuilder(256);

    private CanonicalJson() {}

    /**
     * @param value null, a text, a boolean, a whole number, a map with texts as keys, or a collection; of such values
     * @throws IllegalArgumentException for anything else, a number beyond 2^53, or half a surrogate pair
     */
    public static String of(@Nullable Object value) {
        var json = new CanonicalJson();
        json.write(value);
        return json.text.toString();
    }

    private void write(@Nullable Object value) {
        switch (value) {
            case null -> text.append("null");
            case String string -> write(string);
            case Boolean flag -> text.append(flag);
            case Integer number -> text.append(number);
            case Long number -> text.append(inRange(number));
            case Map<?, ?> members -> write(members);
            case Collection<?> items -> write(items);
            default -> throw new IllegalArgumentException("%s cannot be canonical JSON".formatted(value.getClass()));
        }
    }

    private static long inRange(long number) {
        if (Math.abs(number) > LARGEST_NUMBER) {
            throw new IllegalArgumentException("number: %d (expected: at most 2^53; write it as a text)".formatted(number));
        }
        return number;
    }

    private void write(Map<?, ?> members) {
        var sorted = new TreeMap<String, @Nullable Object>();
        members.forEach((name, value) -> sorted.put((String) name, value));
        char separator = '{';
        for (Map.Entry<String, @Nullable Object> member : sorted.entrySet()) {
            text.append(separator);
            separator = ',';
            write(member.getKey());
            text.append(':');
            write(member.getValue());
        }
        text.append(sorted.isEmpty() ? "{}" : "}");
    }

    private void write(Collection<?> items) {
        text.append('[');
        for (Iterator<?> item = items.iterator(); item.hasNext(); ) {
            write(item.next());
            text.append(item.hasNext() ? "," : "");
        }
        text.append(']');
    }

    private void write(String string) {
        text.append('"');
        for (int index = 0; index < string.length(); index++) {
            char character = string.charAt(index);
            if (isHalf(string, index)) {
                throw new IllegalArgumentException("half a surrogate pair at %d".formatted(index));
            }
            write(character);
        }
        text.append('"');
    }

    private static boolean isHalf(String string, int index) {
        char character = string.charAt(index);
        if (Character.isHighSurrogate(character)) {
            return index + 1 == string.length() || !Character.isLowSurrogate(string.charAt(index + 1));
        }
        return Character.isLowSurrogate(character)
                && (index == 0 || !Character.isHighSurrogate(string.charAt(index - 1)));
    }

    private void write(char character) {
        switch (character) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\f' -> text.append("\\f");
            case '\r' -> text.append("\\r");
            default -> {
                if (character < ' ') {
                    text.append("\\u00").append(character < 16 ? "0" : "1").append(Character.forDigit(character & 15, 16));
                } else {
                    text.append(character);
                }
            }
        }
    }
}
