package org.csrgrid.apinode.guard;

import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.RequestException;
import io.helidon.http.Status;

/**
 * Refuses requests about whose end a proxy and this server could disagree (request smuggling; RFC 9112, 6.1 and 6.3): more than one Content-Length, one
 * beside Transfer-Encoding, a transfer coding that is not exactly {@code chunked}, a length that is no plain number. The server itself takes the first length
 * and ignores codings it does not know. The connection is closed.
 */
final class Framing {

    private static final int MOST_DIGITS = 18;

    /** @throws RequestException if they are unclear */
    void check(Headers headers) {
        boolean coded = headers.contains(HeaderNames.TRANSFER_ENCODING);
        boolean measured = headers.contains(HeaderNames.CONTENT_LENGTH);
        if (coded && (measured || !isOnly(headers.get(HeaderNames.TRANSFER_ENCODING), "chunked"))) {
            throw refused("transfer coding");
        }
        if (measured && !isLength(headers.get(HeaderNames.CONTENT_LENGTH))) {
            throw refused("content length");
        }
    }

    /** Whether this request has a body. */
    static boolean hasBody(Headers headers) {
        return headers.contains(HeaderNames.TRANSFER_ENCODING)
                || headers.contains(HeaderNames.CONTENT_LENGTH)
                        && !isOnly(headers.get(HeaderNames.CONTENT_LENGTH), "0");
    }

    private static boolean isOnly(Header header, String value) {
        return header.valueCount() == 1 && header.get().equals(value);
    }

    private static boolean isLength(Header header) {
        if (header.valueCount() != 1) {
            return false;
        }
        String value = header.get();
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return !value.isEmpty() && value.length() <= MOST_DIGITS;
    }

    private static RequestException refused(String what) {
        return RequestException.builder()
                .type(EventType.BAD_REQUEST)
                .status(Status.BAD_REQUEST_400)
                .setKeepAlive(false)
                .message("Ambiguous " + what)
                .build();
    }
}
