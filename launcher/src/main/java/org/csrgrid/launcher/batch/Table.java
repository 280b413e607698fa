package org.csrgrid.launcher.batch;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Rows under headings: aligned columns for people, an array of objects for programs. Belongs to one thread. */
final class Table {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... headings) {
        this.headings = List.of(headings);
    }

    /** @param values their text; as many as there are headings */
    Table row(Object... values) {
        if (values.length != headings.size()) {
            throw new IllegalArgumentException("values: %d (expected: %d)".formatted(values.length, headings.size()));
        }
        rows.add(Arrays.stream(values).map(String::valueOf).toList());
        return this;
    }

    void print(PrintWriter out, boolean json) {
        if (json) {
            out.println(toJson());
            return;
        }
        int[] widths = widths();
        line(out, headings.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList(), widths);
        rows.forEach(row -> line(out, row, widths));
    }

    private int[] widths() {
        int[] widths = headings.stream().mapToInt(String::length).toArray();
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return widths;
    }

    /** The last column is not filled up, so that no line ends in blanks. */
    private static void line(PrintWriter out, List<String> values, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String value = values.get(column).replaceAll("\\s+", " ");
            line.append(value);
            if (column < widths.length - 1) {
                line.repeat(' ', widths[column] - value.length() + 2);
            }
        }
        out.println(line.toString().stripTrailing());
    }

    private ArrayNode toJson() {
        ArrayNode array = JSON.createArrayNode();
        for (List<String> row : rows) {
            ObjectNode object = array.addObject();
            for (int column = 0; column < headings.size(); column++) {
                object.put(headings.get(column), row.get(column));
            }
        }
        return array;
    }
}
