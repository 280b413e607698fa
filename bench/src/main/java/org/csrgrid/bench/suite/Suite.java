package org.csrgrid.bench.suite;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.csrgrid.bench.load.LoadResult;

/** The rows of one run of a suite, printed as they come and written to a file at the end. Belongs to one thread. */
public final class Suite {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final String name;
    private final PrintStream out;
    private final List<Row> rows = new ArrayList<>();

    public Suite(String name, PrintStream out) {
        this.name = name;
        this.out = out;
    }

    /** Prints the head of the table of latencies. */
    public void begin() {
        print(
                "%n%-34s %12s %9s %9s %9s %9s %9s%n",
                name, "per second", "p50 ms", "p95 ms", "p99 ms", "max ms", "failures");
    }

    /** Prints a row of the table of latencies. */
    public void measured(String row, LoadResult result) {
        print(
                "%-34s %,12.0f %9.2f %9.2f %9.2f %9.2f %9d%n",
                row,
                result.perSecond(),
                result.milliseconds(50),
                result.milliseconds(95),
                result.milliseconds(99),
                result.slowest(),
                result.failures());
        if (result.failures() > 0) {
            print("%-34s answers by status: %s%n", "", result.statuses());
        }
    }

    /** Prints a line between rows. */
    public void say(String format, Object... values) {
        print(format + "%n", values);
    }

    public void add(Row row) {
        rows.add(row);
    }

    /** Whether every aim is met. */
    public boolean isMet() {
        return rows.stream().allMatch(Row::met);
    }

    /**
     * Prints aims and writes {@code NAME.json} into the folder.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public void finish(Path folder) {
        Path file = folder.resolve(name + ".json");
        print("%n%-50s %12s %12s %7s %12s%n", "row", "ours", "peer", "ratio", "aim");
        rows.forEach(this::print);
        try {
            Files.createDirectories(folder);
            Files.write(file, JSON.writeValueAsBytes(rows));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        print("%nwritten to %s%n", file);
    }

    private void print(Row row) {
        print(
                "%-50s %12s %12s %7s %12s  %s%n",
                row.row() + ", " + row.unit(),
                figure(row.ours()),
                row.peer() == null ? "-" : figure(row.peer()),
                row.ratio() == null ? "-" : "%.2f".formatted(row.ratio()),
                row.aim() == null ? "-" : figure(row.aim()),
                row.aim() == null ? "" : row.met() ? "met" : "MISSED");
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }
}
