package org.csrgrid.apinode.content;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Locale;
import org.csrgrid.apinode.http.Headers;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.apinode.http.Route;
import org.csrgrid.grid.cache.Loaded;
import org.csrgrid.grid.content.CachedContent;
import org.csrgrid.grid.content.KeptDocument;

/**
 * The texts of user interfaces: states, methods, categories, problems.
 *
 * <pre>
 * curl localhost:8080/api/v1/translations/nl
 * </pre>
 */
public final class TranslationService implements HttpService {

    private final CachedContent content;
    private final InterfaceTexts texts = InterfaceTexts.load();
    private final DocumentAnswers answers = new DocumentAnswers();

    public TranslationService(CachedContent content) {
        this.content = content;
    }

    @Override
    public void routing(HttpRules rules) {
        Route.at(rules, "/{locale}").get(this::get).others();
    }

    /** A region is not told apart: {@code nl-BE} is answered as {@code nl}. */
    private void get(ServerRequest request, ServerResponse response) {
        String locale = request.path().pathParameters().get("locale");
        String language = Locale.forLanguageTag(locale).getLanguage();
        if (!texts.languages().contains(language)) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        // The edition is in the key, so that nodes of two releases do not hand each other their texts.
        KeptDocument document = content.translations(
                        texts.edition() + ":" + language, _ -> Loaded.value(document(language)))
                .orElseThrow();
        response.header(Headers.PUBLIC_FOR_AN_HOUR);
        response.header(Headers.VARY_BY_ENCODING);
        answers.send(request, response, document);
    }

    private KeptDocument document(String language) {
        return KeptDocument.of(language, Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("language", language);
            json.writeObjectFieldStart("texts");
            for (var text : texts.in(language).entrySet()) {
                json.writeStringField(text.getKey(), text.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }));
    }
}
