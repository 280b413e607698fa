package org.csrgrid.apinode.content;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.csrgrid.apinode.http.EntityTag;
import org.csrgrid.apinode.http.EntityTags;
import org.csrgrid.apinode.http.Headers;
import org.csrgrid.apinode.http.NextPage;
import org.csrgrid.apinode.http.Representation;
import org.csrgrid.grid.content.KeptDocument;

/** Answers with documents that come rendered from the cache; their tags and compressed bytes are made once. Safe for use by many threads. */
public final class DocumentAnswers {

    private static final int MOST_KEPT = 2_000;

    private final Map<String, Ready> kept = new ConcurrentHashMap<>();

    private record Ready(EntityTag tag, Representation body) {

        static Ready of(KeptDocument document) {
            return new Ready(EntityTag.of('"' + document.tag() + '"'), new Representation(document.json()));
        }
    }

    /** The route has said before how its answer may be kept. */
    public void send(ServerRequest request, ServerResponse response, KeptDocument document) {
        Ready ready = ready(document);
        if (!document.next().isEmpty()) {
            NextPage.link(response, document.next());
        }
        if (EntityTags.isUnchanged(request, response, ready.tag())) {
            return;
        }
        if (!document.language().isEmpty()) {
            response.header(Headers.contentLanguage(document.language()));
        }
        response.header(Headers.JSON);
        ready.body().send(response);
    }

    private Ready ready(KeptDocument document) {
        Ready known = kept.get(document.tag());
        if (known != null) {
            return known;
        }
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        Ready made = Ready.of(document);
        kept.put(document.tag(), made);
        return made;
    }
}
