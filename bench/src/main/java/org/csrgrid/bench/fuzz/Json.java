package org.csrgrid.bench.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes JSON, also such as no writer would: fields twice, numbers that are none, halves of characters. */
final class Json {

    static final Raw NULL = new Raw("null");

    private Json() {}

    /** Text that is written as it is. */
    record Raw(String text) {}

    /** Fields in their order, some perhaps twice. */
    static final class Fields {

        private final List<String> fields = new ArrayList<>();

        Fields add(String name, Object value) {
            fields.add(write(name) + ":" + write(value));
            return this;
        }
    }

    static String write(Object value) {
        return switch (value) {
            case Raw raw -> raw.text();
            case Fields fields -> "{" + String.join(",", fields.fields) + "}";
            case List<?> items -> items.stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
            case String text -> quoted(text);
            default -> value.toString();
        };
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (character < ' ' || Character.isSurrogate(character)) {
                quoted.append("\\u%04x".formatted((int) character));
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }
}
