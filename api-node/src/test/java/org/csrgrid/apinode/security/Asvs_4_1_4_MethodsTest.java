package org.csrgrid.apinode.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.csrgrid.apinode.Answer;
import org.csrgrid.apinode.ApiFixture;
import org.csrgrid.apinode.SharedApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Only the methods of the OpenAPI file are served. */
@ExtendWith(SharedApi.class)
class Asvs_4_1_4_MethodsTest {

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "LOCK", "FOO");
    private final ApiFixture api;

    Asvs_4_1_4_MethodsTest(ApiFixture api) {
        this.api = api;
    }

    @Test
    void Asvs_4_1_4_every_method_that_is_not_listed_is_refused_on_every_path_and_the_listed_ones_are_told()
            throws IOException {
        var operations = Operations.of(api);
        for (String path : operations.paths()) {
            Set<String> listed = operations.methods(path);
            var others = new TreeSet<>(METHODS);
            others.removeAll(listed);
            for (String method : others) {
                Answer answer = api.call(method, Operations.fill(path, "1")).send();
                assertThat(answer.status()).as(method + " " + path).isEqualTo(405);
                assertThat(Set.of(answer.header("Allow").split(", "))).isEqualTo(listed);
            }
        }
    }

    @Test
    void Asvs_4_1_4_trace_echoes_nothing() throws IOException {
        String answer = Raw.answers(
                api.port(), "TRACE / HTTP/1.1\r\nHost: x\r\nX-Secret: s3cret\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 405").doesNotContain("s3cret");
    }

    @Test
    void Asvs_4_1_1_every_answer_with_a_body_says_what_it_is() {
        assertThat(Operations.of(api).all().stream()
                        .map(operation -> api.call(operation.method(), Operations.fill(operation.path(), "1"))
                                .send())
                        .filter(answer -> !answer.text().isEmpty())
                        .map(answer -> String.valueOf(answer.header("Content-Type")))
                        .collect(Collectors.toSet()))
                .allMatch(type -> type.matches("(application/((problem\\+)?json|yaml)|text/plain).*"));
    }
}
