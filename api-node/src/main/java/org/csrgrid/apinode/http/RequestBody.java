package org.csrgrid.apinode.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpMediaType;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads request bodies strictly: whatever is wrong becomes a {@link ProblemException} that names the place. Safe for use by many threads. */
public final class RequestBody {

    private static final Set<String> JSON_TYPES = Set.of("application/json");
    private static final Set<String> PATCH_TYPES = Set.of("application/merge-patch+json", "application/json");

    private static final Header CLOSE = HeaderValues.createCached(HeaderNames.CONNECTION, "close");

    private final long limit;

    /** @param limit bytes a body may have */
    public RequestBody(long limit) {
        this.limit = limit;
    }

    /**
     * The body as a request record, whose constructor checks it.
     *
     * @throws ProblemException 400 for what is no JSON, 413, 415, and 422 for what does not fit the record
     */
    public <T> T read(ServerRequest request, Class<T> type) {
        String text = text(request, JSON_TYPES);
        try {
            T value = StrictJson.reader(type).readValue(text);
            if (value == null) {
                throw noObject();
            }
            return value;
        } catch (JsonProcessingException unfit) {
            throw UnfitJson.problem(unfit).asException();
        }
    }

    private static ProblemException noObject() {
        return Problem.invalid(List.of(FieldError.body("", "expected: an object")))
                .asException();
    }

    /**
     * What a JSON merge patch (RFC 7396) makes of a record's current form.
     *
     * @param current the current form; it is changed
     */
    public <T> T patch(ServerRequest request, ObjectNode current, Class<T> type) {
        String text = text(request, PATCH_TYPES);
        try {
            JsonNode patch = StrictJson.reader(JsonNode.class).readValue(text);
            if (!(patch instanceof ObjectNode changes)) {
                throw noObject();
            }
            return StrictJson.reader(type).readValue(MergePatch.apply(current, changes));
        } catch (JsonProcessingException unfit) {
            throw UnfitJson.problem(unfit).asException();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private String text(ServerRequest request, Set<String> mediaTypes) {
        requireMediaType(request, mediaTypes);
        return decode(bytes(request, limit));
    }

    /**
     * The bytes as they came.
     *
     * @throws ProblemException 422 if there is a payment card number in them, 413 if there are more than {@code limit}, 400 if the client stops in between or its chunks are no HTTP
     */
    public static byte[] bytes(ServerRequest request, long limit) {
        OptionalLong announced = request.headers().contentLength();
        if (announced.isPresent() && announced.getAsLong() > limit) {
            throw tooLarge(limit);
        }
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        try (InputStream content = request.content().inputStream()) {
            byte[] bytes = content.readNBytes((int) limit + 1);
            if (bytes.length > limit) {
                throw tooLarge(limit);
            }
            CardData.refuseIn(bytes);
            return bytes;
        } catch (IOException | UncheckedIOException | InsufficientDataAvailableException cutOff) {
            throw Problem.body(ProblemType.BAD_REQUEST, "The body ended early.").asException();
        } catch (IllegalArgumentException unreadableChunk) {
            throw Problem.body(ProblemType.BAD_REQUEST, "The body's chunks are not valid HTTP.")
                    .with(CLOSE)
                    .asException();
        }
    }

    /** @throws ProblemException 400 if the bytes are not UTF-8 */
    public static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw Problem.body(ProblemType.MALFORMED_BODY, "The body is not valid UTF-8.")
                    .asException();
        }
    }

    private static void requireMediaType(ServerRequest request, Set<String> accepted) {
        Optional<HttpMediaType> type = request.headers().contentType();
        boolean fits = type.isPresent()
                && accepted.contains(type.get().mediaType().text())
                && type.get().charset().map("utf-8"::equalsIgnoreCase).orElse(true);
        if (!fits) {
            throw Problem.of(
                            ProblemType.UNSUPPORTED_MEDIA_TYPE,
                            FieldError.header("Content-Type", "expected: " + String.join(" or ", accepted)))
                    .asException();
        }
    }

    private static ProblemException tooLarge(long limit) {
        return Problem.body(ProblemType.BODY_TOO_LARGE, "The body is larger than %d bytes.".formatted(limit))
                .asException();
    }
}
