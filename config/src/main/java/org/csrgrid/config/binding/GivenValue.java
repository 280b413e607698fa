package org.csrgrid.config.binding;

import java.util.List;

/**
 * What a source gave for one key, as written.
 *
 * @param items the texts: exactly one unless it was written as a list
 * @param list whether it was written as a list of several lines or in brackets
 * @param source where it stands: {@code file:line}, the environment variable, {@code override} or {@code default}
 */
record GivenValue(List<String> items, boolean list, String source) {
    GivenValue {
        items = List.copyOf(items);
    }

    static GivenValue ofText(String text, String source) {
        return new GivenValue(List.of(text), false, source);
    }

    static GivenValue ofList(List<String> items, String source) {
        return new GivenValue(items, true, source);
    }

    /** The value in one line, for messages. */
    String text() {
        return list ? items.toString() : items.getFirst();
    }

    boolean isEmptyText() {
        return !list && items.getFirst().isBlank();
    }
}
