package org.csrgrid.apinode.http;

import io.helidon.common.uri.UriQuery;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The address of the next page: the same request with another cursor. */
public final class NextPage {

    private NextPage() {}

    /** Adds the Link header and answers the address, if there is a next page. */
    public static Optional<String> announce(ServerRequest request, ServerResponse response, Optional<String> cursor) {
        Optional<String> address = cursor.map(next -> address(request, next));
        address.ifPresent(next -> link(response, next));
        return address;
    }

    /** Adds the Link header for an address that is known already. */
    public static void link(ServerResponse response, String next) {
        response.header(HeaderValues.create(HeaderNames.LINK, "<%s>; rel=\"next\"".formatted(next)));
    }

    private static String address(ServerRequest request, String cursor) {
        var address = new StringBuilder(request.prologue().uriPath().rawPath()).append('?');
        UriQuery query = request.query();
        for (String name : query.names()) {
            if (!name.equals("cursor")) {
                address.append(name)
                        .append('=')
                        .append(URLEncoder.encode(query.get(name), StandardCharsets.UTF_8))
                        .append('&');
            }
        }
        return address.append("cursor=").append(cursor).toString();
    }
}
