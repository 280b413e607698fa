package org.csrgrid.apinode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.csrgrid.apinode.http.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The file is the contract: it lists what the server has, and the server has what it lists. */
@ExtendWith(SharedApi.class)
class OpenApiTest {

    /** Pages for people, which are no part of the API. */
    private static final Set<String> PAGES = Set.of(
            "GET /", "GET /docs", "GET /docs/start.js", "GET /docs/swagger-ui.css", "GET /docs/swagger-ui-bundle.js");

    private final Map<String, Object> file;
    private final ApiFixture api;

    OpenApiTest(ApiFixture api) {
        this.api = api;
        file = map(new Load(LoadSettings.builder().build())
                .loadFromString(api.get("/openapi.yaml").send().text()));
    }

    @Test
    void every_route_is_in_the_file_and_every_path_of_the_file_is_a_route() {
        var routes = new TreeSet<>(RecordedRoutes.of(api));
        routes.removeAll(PAGES);

        assertThat(operations())
                .filteredOn(operation -> !operation.contains("/observe/"))
                .containsExactlyInAnyOrderElementsOf(routes);
        operations().stream()
                .filter(operation -> operation.contains("/observe/"))
                .forEach(operation -> assertThat(
                                api.get(operation.substring(4)).send().status())
                        .isLessThan(300));
    }

    @Test
    void every_reference_leads_somewhere() {
        var references = new HashSet<String>();
        collect(file, references);

        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            Object target = file;
            for (String step : reference.substring(2).split("/")) {
                target = map(target).get(step);
                assertThat(target).as(reference).isNotNull();
            }
        });
    }

    @Test
    void every_status_a_problem_can_have_is_listed_somewhere() {
        var statuses = new HashSet<String>();
        map(file.get("paths")).values().forEach(path -> map(path).values().stream()
                .filter(Map.class::isInstance)
                .forEach(operation -> {
                    if (map(operation).get("responses") != null) {
                        statuses.addAll(map(map(operation).get("responses")).keySet());
                    }
                }));

        assertThat(Arrays.stream(ProblemType.values())
                        .map(type -> Integer.toString(type.status().code()))
                        .filter(code -> !Set.of("405", "414", "500").contains(code)))
                .allMatch(statuses::contains);
    }

    private List<String> operations() {
        var operations = new ArrayList<String>();
        map(file.get("paths")).forEach((path, item) -> map(item).keySet().stream()
                .filter(method ->
                        Set.of("get", "post", "put", "patch", "delete").contains(method))
                .forEach(method -> operations.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));
        return operations;
    }

    private static void collect(Object node, Set<String> references) {
        if (node instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> {
                if (name.equals("$ref")) {
                    references.add((String) value);
                }
                collect(value, references);
            });
        } else if (node instanceof List<?> items) {
            items.forEach(item -> collect(item, references));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }
}
