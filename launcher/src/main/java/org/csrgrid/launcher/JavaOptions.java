package org.csrgrid.launcher;

import java.util.List;
import java.util.stream.Stream;

/** JVM options a user gives in {@code CSR_JAVA_OPTIONS}; they come last, so they win. */
final class JavaOptions {

    private static final String VARIABLE = "CSR_JAVA_OPTIONS";

    private JavaOptions() {}

    static List<String> ofUser() {
        String text = System.getenv().getOrDefault(VARIABLE, "").strip();
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }

    static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
