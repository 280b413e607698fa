package org.csrgrid.mapstore.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.csrgrid.domain.audit.AuditHead;
import org.csrgrid.domain.audit.CanonicalJson;
import org.csrgrid.domain.audit.SignedHead;
import org.csrgrid.grid.wire.Micros;

/**
 * A folder outside the database with a copy of every signed head, one line each in a file per month. Files are only ever appended to. One process at a
 * time appends; a line that is there twice does no harm.
 */
public final class AnchorFolder {

    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String SUFFIX = ".jsonl";

    private final Path folder;

    public AnchorFolder(Path folder) {
        this.folder = folder;
    }

    /** Returns when the heads are on the disk. */
    public void append(List<SignedHead> heads) throws IOException {
        Files.createDirectories(folder);
        for (SignedHead head : heads) {
            Path file = folder.resolve("heads-" + MONTH.format(head.head().sealedAt()) + SUFFIX);
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                ByteBuffer line = ByteBuffer.wrap((text(head) + '\n').getBytes(StandardCharsets.UTF_8));
                while (line.hasRemaining()) {
                    channel.write(line);
                }
                channel.force(true);
            }
        }
    }

    private static String text(SignedHead signed) {
        return CanonicalJson.of(Map.of(
                "head", signed.head().canonical(), "key", signed.publicKey(), "signature", signed.signature()));
    }

    /** Every head that was anchored, in the order of the files; none if there is no folder. */
    public List<SignedHead> read() throws IOException {
        var heads = new ArrayList<SignedHead>();
        for (Path file : files()) {
            heads.addAll(read(file));
        }
        return heads;
    }

    /** The head that was anchored last. */
    public Optional<SignedHead> newest() throws IOException {
        for (Path file : files().reversed()) {
            List<SignedHead> heads = read(file);
            if (!heads.isEmpty()) {
                return Optional.of(heads.getLast());
            }
        }
        return Optional.empty();
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
        }
    }

    /** A line that was cut off by a crash is not a head; the head is anchored again. */
    private static List<SignedHead> read(Path file) throws IOException {
        var heads = new ArrayList<SignedHead>();
        for (String line : Files.readAllLines(file)) {
            parse(line).ifPresent(heads::add);
        }
        return heads;
    }

    private static Optional<SignedHead> parse(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            JsonNode head = JSON.readTree(json.path("head").asText());
            return head.path("number").isIntegralNumber()
                    ? Optional.of(new SignedHead(
                            head(head),
                            json.path("key").asText(),
                            json.path("signature").asText()))
                    : Optional.empty();
        } catch (JsonProcessingException cutOff) {
            return Optional.empty();
        }
    }

    private static AuditHead head(JsonNode json) {
        return new AuditHead(
                json.path("number").asLong(),
                json.path("first").asLong(),
                json.path("entries").asLong(),
                json.path("root").asText(),
                json.path("chain").asText(),
                json.path("previous").asText(),
                Micros.toInstant(json.path("sealedAt").asLong()));
    }
}
