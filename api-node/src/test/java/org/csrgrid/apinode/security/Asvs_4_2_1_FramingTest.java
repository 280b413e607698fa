package org.csrgrid.apinode.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.csrgrid.apinode.ApiFixture;
import org.csrgrid.apinode.SharedApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two readers of one connection must agree on where a request ends, or one's body is the other's next request. */
@ExtendWith(SharedApi.class)
class Asvs_4_2_1_FramingTest {

    private static final String HEAD = "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    private static final String SMUGGLED = "GET /api/v1/organizations HTTP/1.1\r\nHost: x\r\n\r\n";
    private final ApiFixture api;

    Asvs_4_2_1_FramingTest(ApiFixture api) {
        this.api = api;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
                "Content-Length: 0\r\nContent-Length: 48\r\n",
                "Content-Length: 5\r\nContent-Length: 5\r\n",
                "Content-Length: 5, 5\r\n",
                "Content-Length: +5\r\n",
                "Content-Length: -1\r\n",
                "Content-Length: 0x5\r\n",
                "Content-Length: 99999999999999999999\r\n",
                "Content-Length:\r\n",
                "Transfer-Encoding: identity\r\n",
                "Transfer-Encoding: gzip, chunked\r\n",
                "Transfer-Encoding: chunked, chunked\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: CHUNKED\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                "Transfer-Encoding : chunked\r\n",
                "X: y\r\n Transfer-Encoding: chunked\r\n",
                "X: y\nContent-Length: 48\r\n"
            })
    void Asvs_4_2_1_a_request_whose_end_is_unclear_is_refused_and_the_connection_closed(String lengths)
            throws IOException {
        String answers = Raw.answers(api.port(), HEAD + lengths + "\r\n0\r\n\r\n" + SMUGGLED);

        assertThat(answers).startsWith("HTTP/1.1 400").contains("/problems/bad-request");
        assertThat(answers.split("HTTP/1\\.1 ", -1)).hasSize(2);
    }

    @Test
    void Asvs_4_2_1_requests_with_one_plain_length_or_chunks_follow_each_other() throws IOException {
        String measured = HEAD + "Content-Length: 2\r\n\r\n{}";
        String chunked = HEAD + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n";
        String last = SMUGGLED.replace("Host: x\r\n", "Host: x\r\nConnection: close\r\n");

        assertThat(Raw.answers(api.port(), measured + chunked + last))
                .containsPattern("(?s)HTTP/1.1 422.*HTTP/1.1 422.*HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "ffffffffffffffff", "5;x=\u0000", "g", ""})
    void Asvs_4_2_1_chunks_of_no_size_end_the_connection(String size) throws IOException {
        String answers =
                Raw.answers(api.port(), HEAD + "Transfer-Encoding: chunked\r\n\r\n" + size + "\r\n\r\n" + SMUGGLED);

        assertThat(answers.split("HTTP/1\\.1 ", -1)).hasSizeLessThanOrEqualTo(2);
        assertThat(answers).doesNotContain("HTTP/1.1 5", "HTTP/1.1 2", "Exception");
    }
}
