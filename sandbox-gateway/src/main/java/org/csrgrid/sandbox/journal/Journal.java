package org.csrgrid.sandbox.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.csrgrid.sandbox.json.Json;
import org.csrgrid.sandbox.simulation.Change;
import org.csrgrid.sandbox.simulation.ChangeLog;
import org.csrgrid.sandbox.simulation.Past;

/**
 * The changes of a gateway as lines of JSON in {@code journal.jsonl}. The first line names the format, a
 * {@code changed} line holds the payment after the change, a {@code delivered} line the id of an event.
 */
public final class Journal implements ChangeLog {
    private static final String FORMAT = "{\"journal\":\"sandbox-gateway\",\"version\":1}";

    private final Path path;
    private final JournalFile file;

    private Journal(Path path, JournalFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Opens the journal in a folder, which is made if need be.
     *
     * @throws JournalException if the folder cannot be used, or its journal is in use
     */
    public static Journal open(Path folder) {
        Path path = folder.resolve("journal.jsonl");
        return new Journal(path, JournalFile.open(path));
    }

    /**
     * Plays back what the journal holds: once, before the first change is written. A last line that was cut short is
     * dropped.
     *
     * @throws JournalException if the file is something else, or damaged before its last line
     */
    public void playBack(Past past) {
        file.readToEnd((number, line) -> playBack(number, line, past));
        if (file.isEmpty()) {
            file.append(FORMAT.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void playBack(long number, byte[] line, Past past) {
        try {
            JsonNode node = Json.read(line);
            if (number == 1) {
                requireFormat(node);
            } else if (node.has("delivered")) {
                past.delivered(node.get("delivered").asText());
            } else {
                past.changed(ChangeReader.change(node));
            }
        } catch (IOException | RuntimeException fault) {
            throw new JournalException(
                    "The journal %s, line %d, is not what this gateway writes: %s"
                            .formatted(path, number, firstLine(fault)),
                    fault);
        }
    }

    private static void requireFormat(JsonNode node) throws IOException {
        JsonNode expected = Json.read(FORMAT.getBytes(StandardCharsets.UTF_8));
        if (!node.equals(expected)) {
            throw new IllegalArgumentException("expected " + FORMAT);
        }
    }

    private static String firstLine(Exception fault) {
        return String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void changed(Change change) {
        file.append(ChangeWriter.changed(change));
    }

    @Override
    public void delivered(String eventId) {
        file.append(ChangeWriter.delivered(eventId));
    }

    @Override
    public void close() {
        file.close();
    }
}
