package org.csrgrid.apinode.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.csrgrid.apinode.ApiFixture;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The operations under /api as the OpenAPI file lists them. */
final class Operations {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final List<Operation> operations = new ArrayList<>();

    /**
     * One operation.
     *
     * @param permission its {@code x-permission}, or empty if it has none
     */
    record Operation(String method, String path, String permission, Map<String, Object> description) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private Operations(Map<String, Object> file) {
        map(file.get("paths")).forEach((path, item) -> {
            if (path.startsWith("/api/")) {
                map(item).forEach((method, operation) -> {
                    if (METHODS.contains(method)) {
                        add(method, path, map(operation));
                    }
                });
            }
        });
    }

    private void add(String method, String path, Map<String, Object> operation) {
        operations.add(new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                String.valueOf(operation.getOrDefault("x-permission", "")),
                operation));
    }

    static Operations of(ApiFixture api) {
        return new Operations(map(new Load(LoadSettings.builder().build())
                .loadFromString(api.get("/openapi.yaml").send().text())));
    }

    List<Operation> all() {
        return List.copyOf(operations);
    }

    Set<String> paths() {
        return operations.stream().map(Operation::path).collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> methods(String path) {
        return operations.stream()
                .filter(operation -> operation.path().equals(path))
                .map(Operation::method)
                .collect(Collectors.toSet());
    }

    /** The path with every parameter replaced. */
    static String fill(String path, String value) {
        return path.replaceAll("\\{[^}]*}", value);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object node) {
        return node == null ? Map.of() : (Map<String, Object>) node;
    }
}
