package org.csrgrid.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.csrgrid.sandbox.json.Json;
import org.csrgrid.sandbox.payment.InvalidMoneyException;
import org.csrgrid.sandbox.payment.Money;
import org.csrgrid.sandbox.payment.SharedUrls;

/** The JSON object a client sent; every reader answers with a problem that names the field. */
final class RequestBody {
    private static final int LARGEST = 64 * 1024;
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_URL = 2000;
    private static final Pattern CONTROL_CHARACTER = Pattern.compile("\\p{Cntrl}");

    private final byte[] bytes;
    private final ObjectNode fields;

    private RequestBody(byte[] bytes, ObjectNode fields) {
        this.bytes = bytes;
        this.fields = fields;
    }

    /** Reads the body, an empty one as an empty object; no other fields than those named may be in it. */
    static RequestBody read(ServerRequest request, String... allowed) {
        byte[] bytes = bytes(request);
        ObjectNode fields = bytes.length == 0 ? JsonNodeFactory.instance.objectNode() : object(request, bytes);
        Set<String> known = Set.of(allowed);
        fields.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw ProblemException.field(pointer(name), "unknown field");
            }
        });
        return new RequestBody(bytes, fields);
    }

    /** The bytes as they came. */
    byte[] bytes() {
        return bytes;
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> ProblemException.field(name, "required"));
    }

    Optional<String> optionalText(String name) {
        return optionalText(name, LONGEST_TEXT);
    }

    Currency currency(String name) {
        try {
            return Money.currency(text(name));
        } catch (InvalidMoneyException invalid) {
            throw ProblemException.field(name, String.valueOf(invalid.getMessage()));
        }
    }

    /** A decimal string above zero. */
    Money money(String name, Currency currency) {
        try {
            Money money = Money.parse(text(name), currency);
            if (money.minorUnits() > 0) {
                return money;
            }
        } catch (InvalidMoneyException invalid) {
            throw ProblemException.field(name, String.valueOf(invalid.getMessage()));
        }
        throw ProblemException.field(name, "expected more than zero");
    }

    URI url(String name) {
        return optionalUrl(name).orElseThrow(() -> ProblemException.field(name, "required"));
    }

    /** An absolute http or https URL. */
    Optional<URI> optionalUrl(String name) {
        return optionalText(name, LONGEST_URL).map(text -> {
            try {
                URI url = SharedUrls.parse(text);
                boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
                if (http && url.getHost() != null && url.getPort() <= 65_535) {
                    return url;
                }
            } catch (URISyntaxException broken) {
                throw ProblemException.field(name, "expected an absolute http or https URL");
            }
            throw ProblemException.field(name, "expected an absolute http or https URL");
        });
    }

    private Optional<String> optionalText(String name, int longest) {
        JsonNode value = fields.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw ProblemException.field(name, "expected a string");
        }
        String text = value.textValue();
        if (text.isBlank()
                || text.length() > longest
                || CONTROL_CHARACTER.matcher(text).find()) {
            throw ProblemException.field(name, "expected 1 to %d printable characters".formatted(longest));
        }
        return Optional.of(text);
    }

    private static byte[] bytes(ServerRequest request) {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        try (InputStream stream = request.content().inputStream()) {
            byte[] bytes = stream.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw ProblemException.of(
                        Status.REQUEST_ENTITY_TOO_LARGE_413, "The body is larger than %d bytes.".formatted(LARGEST));
            }
            return bytes;
        } catch (IOException broken) {
            throw ProblemException.of(Status.BAD_REQUEST_400, "The body could not be read.");
        }
    }

    private static ObjectNode object(ServerRequest request, byte[] bytes) {
        String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("application/json");
        if (!type.regionMatches(true, 0, "application/json", 0, "application/json".length())) {
            throw ProblemException.of(Status.UNSUPPORTED_MEDIA_TYPE_415, "Send application/json.");
        }
        try {
            if (Json.read(bytes) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException broken) {
            throw ProblemException.of(Status.BAD_REQUEST_400, "The body is not well-formed JSON.");
        }
        throw ProblemException.of(Status.BAD_REQUEST_400, "The body is not a JSON object.");
    }

    private static String pointer(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
