package org.csrgrid.apinode.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.csrgrid.apinode.Answer;
import org.csrgrid.apinode.ApiFixture;
import org.csrgrid.apinode.Person;
import org.csrgrid.apinode.SharedApi;
import org.csrgrid.apinode.security.Operations.Operation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** What means something to SQL, predicates, templates or shells means nothing in a filter, a sort field or an id. */
@ExtendWith(SharedApi.class)
class Asvs_1_2_4_QueryInjectionTest {

    private static final List<String> HOSTILE = List.of(
            "' OR '1'='1", "1; DROP TABLE users --", "\" OR \"\"=\"", "%", "_", "*", "1) UNION SELECT password_hash FROM user --",
            "\\", "/**/", "id desc, (select 1)", "sleep(5)", "1' AND SLEEP(5) --", "${7*7}", "{{7*7}}", "`id`", "$(id)", "\u0000",
            "newest' --", "active' OR TRUE --", "state:dead' OR 1=1", "error~%' OR '1'='1", "channel:payments) OR (1=1",
            "owner:1 OR owner:2", "this.roles", "__key > 0", "\u02bc OR 1=1");

    private final ApiFixture api;

    Asvs_1_2_4_QueryInjectionTest(ApiFixture api) {
        this.api = api;
    }

    @TestFactory
    Stream<DynamicTest> Asvs_1_2_4_every_query_parameter_refuses_or_finds_nothing_more() {
        api.activeCampaign();
        return Operations.of(api).all().stream()
                .filter(operation -> operation.method().equals("GET"))
                .flatMap(operation -> parameters(operation)
                        .map(name -> dynamicTest(operation + "?" + name, () -> tryAll(operation, name))));
    }

    private static Stream<String> parameters(Operation operation) {
        Object parameters = operation.description().getOrDefault("parameters", List.of());
        return ((List<?>) parameters)
                .stream()
                        .map(Operations::map)
                        .map(parameter -> parameter.containsKey("$ref")
                                ? named(String.valueOf(parameter.get("$ref")))
                                : "query".equals(parameter.get("in")) ? String.valueOf(parameter.get("name")) : "")
                        .filter(name -> !name.isEmpty());
    }

    private static String named(String reference) {
        return reference.endsWith("/Limit") ? "limit" : reference.endsWith("/Cursor") ? "cursor" : "";
    }

    private void tryAll(Operation operation, String name) {
        String path = Operations.fill(operation.path(), "1");
        int all = items(api.as(Person.EMPLOYEE, "GET", path).send());
        for (String value : HOSTILE) {
            long start = System.nanoTime();
            Answer answer = api.as(
                            Person.EMPLOYEE,
                            "GET",
                            path + "?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
                    .send();

            assertThat(answer.status()).as(value + ": " + answer.text()).isLessThan(500);
            assertThat(items(answer)).as(value).isLessThanOrEqualTo(all);
            assertThat(answer.text()).doesNotContain("SQL", "syntax", "Exception");
            assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        }
    }

    private static int items(Answer answer) {
        return answer.status() == 200 ? answer.json().path("items").size() : 0;
    }

    @TestFactory
    Stream<DynamicTest> Asvs_1_2_4_every_path_refuses_them() {
        return Operations.of(api).all().stream()
                .filter(operation -> operation.path().contains("{"))
                .map(operation -> dynamicTest(operation.toString(), () -> HOSTILE.forEach(value -> {
                    String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
                    assertThat(api.as(Person.ADMIN, operation.method(), Operations.fill(operation.path(), encoded))
                                    .send()
                                    .status())
                            .as(value)
                            .isBetween(400, 428);
                })));
    }
}
