package org.csrgrid.bench.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The OpenAPI file as the API node ships it, with its references followed. */
final class Contract {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final Map<String, Object> file;

    /**
     * One operation.
     *
     * @param parameters of the path, the query and the headers, each with name, in and schema
     * @param bodySchema empty if it takes no body
     */
    record Operation(
            String method, String path, List<Map<String, Object>> parameters, Map<String, Object> bodySchema) {}

    private Contract(Map<String, Object> file) {
        this.file = file;
    }

    static Contract read() {
        try (InputStream content = Contract.class.getClassLoader().getResourceAsStream("openapi.yaml")) {
            if (content == null) {
                throw new IllegalStateException("openapi.yaml (expected: on the class path)");
            }
            return new Contract(map(new Load(LoadSettings.builder().build()).loadFromInputStream(content)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        map(file.get("paths")).forEach((path, item) -> map(item).forEach((method, operation) -> {
            if (METHODS.contains(method)) {
                operations.add(operation(method, path, map(item), map(operation)));
            }
        }));
        return operations;
    }

    private Operation operation(String method, String path, Map<String, Object> item, Map<String, Object> operation) {
        var parameters = new ArrayList<Map<String, Object>>();
        list(item.get("parameters")).forEach(parameter -> parameters.add(follow(parameter)));
        list(operation.get("parameters")).forEach(parameter -> parameters.add(follow(parameter)));
        Map<String, Object> schema = map(map(operation.get("requestBody")).get("content")).values().stream()
                .findFirst()
                .map(content -> follow(map(content).get("schema")))
                .orElse(Map.of());
        return new Operation(method.toUpperCase(Locale.ROOT), path, parameters, schema);
    }

    /** The node, or what its reference leads to. */
    Map<String, Object> follow(Object node) {
        Map<String, Object> fields = map(node);
        Object reference = fields.get("$ref");
        if (reference == null) {
            return fields;
        }
        Object target = file;
        for (String step : reference.toString().substring(2).split("/")) {
            target = map(target).get(step);
        }
        return follow(target);
    }

    static List<?> list(Object node) {
        return node instanceof List<?> items ? items : List.of();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object node) {
        return node instanceof Map<?, ?> ? (Map<String, Object>) node : Map.of();
    }
}
