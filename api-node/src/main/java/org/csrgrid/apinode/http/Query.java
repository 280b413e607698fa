package org.csrgrid.apinode.http;

import io.helidon.common.uri.UriQuery;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.csrgrid.config.settings.ApiSettings;

/** The query parameters of one request. Whatever is unknown, repeated or unreadable is a {@link ProblemException} naming the parameter. */
public final class Query {

    private final UriQuery query;

    private Query(UriQuery query) {
        this.query = query;
    }

    /** @param known every parameter the route has */
    public static Query of(ServerRequest request, Set<String> known) {
        UriQuery query = request.query();
        for (String name : query.names()) {
            if (!known.contains(name)) {
                throw Problem.parameter(name, "unknown parameter").asException();
            }
            if (query.all(name).size() != 1) {
                throw Problem.parameter(name, "expected: once").asException();
            }
        }
        return new Query(query);
    }

    public Optional<String> text(String name) {
        return query.contains(name) ? Optional.of(query.get(name)) : Optional.empty();
    }

    /** An id, or 0 if it is not given. */
    public long id(String name) {
        return text(name)
                .map(text -> {
                    long id = Ids.parse(text);
                    return id == Ids.NONE ? this.<Long>refuse(name, "expected: an id, digits only") : id;
                })
                .orElse(0L);
    }

    public boolean flag(String name) {
        return text(name)
                .map(text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> this.<Boolean>refuse(name, "expected: true or false");
                })
                .orElse(false);
    }

    /** The values of a comma-separated list; empty if it is not given. */
    public <E> List<E> listOf(String name, Map<String, E> values) {
        return text(name).stream()
                .flatMap(text -> List.of(text.split(",", -1)).stream())
                .map(item -> value(name, item, values))
                .toList();
    }

    public <E> E oneOf(String name, Map<String, E> values, E otherwise) {
        return text(name).map(text -> value(name, text, values)).orElse(otherwise);
    }

    /** The wanted page size. */
    public int limit(ApiSettings settings) {
        return text("limit")
                .map(text -> {
                    long limit = text.length() > 9 ? Ids.NONE : Ids.parse(text);
                    return limit < 1 || limit > settings.pageSizeMax()
                            ? this.<Integer>refuse("limit", "expected: 1.." + settings.pageSizeMax())
                            : (int) limit;
                })
                .orElse(settings.pageSizeDefault());
    }

    private <E> E value(String name, String text, Map<String, E> values) {
        E value = values.get(text);
        return value == null
                ? refuse(
                        name,
                        "expected: "
                                + String.join(
                                        ", ", values.keySet().stream().sorted().toList()))
                : value;
    }

    private <E> E refuse(String name, String detail) {
        throw Problem.parameter(name, detail).asException();
    }
}
