package org.csrgrid.apinode.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/**
 * Strong entity tags that begin with a version: {@code "v12"} or {@code "v12-more"}. What follows the version tells representations apart; changes are
 * only guarded by the version.
 */
public final class EntityTags {

    private EntityTags() {}

    /** As {@link #isUnchanged(ServerRequest, ServerResponse, EntityTag)}, for what is not answered often. */
    public static boolean isUnchanged(ServerRequest request, ServerResponse response, String tag) {
        return isUnchanged(request, response, HeaderValues.create(HeaderNames.ETAG, EntityTag.coded(tag)));
    }

    /** Answers 304 and true if the client has this representation already; sets the ETag either way. */
    public static boolean isUnchanged(ServerRequest request, ServerResponse response, EntityTag tag) {
        return isUnchanged(request, response, tag.header());
    }

    private static boolean isUnchanged(ServerRequest request, ServerResponse response, Header current) {
        response.header(current);
        ServerRequestHeaders headers = request.headers();
        if (!headers.contains(HeaderNames.IF_NONE_MATCH)) {
            return false;
        }
        String known = headers.get(HeaderNames.IF_NONE_MATCH).get();
        if (!known.equals("*") && !lists(known, current.get())) {
            return false;
        }
        response.status(Status.NOT_MODIFIED_304);
        response.send();
        return true;
    }

    private static boolean lists(String tags, String wanted) {
        int at = tags.indexOf(wanted);
        return at == 0
                || (at > 0 && (tags.charAt(at - 1) == ' ' || tags.charAt(at - 1) == ',' || tags.charAt(at - 1) == '/'));
    }

    /**
     * Lets a change pass only if the client saw the current version.
     *
     * @throws ProblemException 428 without If-Match, 412 if none of its tags is of that version
     */
    public static void requireMatch(ServerRequest request, long version) {
        ServerRequestHeaders headers = request.headers();
        if (!headers.contains(HeaderNames.IF_MATCH)) {
            throw Problem.of(
                            ProblemType.MISSING_PRECONDITION,
                            FieldError.header("If-Match", "expected: the ETag you saw"))
                    .asException();
        }
        for (String line : headers.get(HeaderNames.IF_MATCH).allValues()) {
            for (String tag : line.split(",")) {
                if (tag.strip().equals("*") || versionOf(tag.strip()) == version) {
                    return;
                }
            }
        }
        throw Problem.of(ProblemType.VERSION_MISMATCH).asException();
    }

    private static long versionOf(String tag) {
        if (!tag.startsWith("\"v") || !tag.endsWith("\"") || tag.length() < 4) {
            return Ids.NONE;
        }
        int dash = tag.indexOf('-');
        return Ids.parse(tag.substring(2, dash < 0 ? tag.length() - 1 : dash));
    }
}
