package org.csrgrid.apinode.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompressionTest {

    @ParameterizedTest
    @CsvSource({
        "gzip, true",
        "'gzip, deflate, br, zstd', true",
        "'br;q=1.0, gzip;q=0.1', true",
        "X-GZIP, true",
        "*, true",
        "'gzip;q=0, *', false",
        "gzip;q=0, false",
        "gzip; q=0.000, false",
        "gzip;q=0.001, true",
        "*;q=0, false",
        "identity, false",
        "br, false",
        "gzipped, false",
        "'', false",
        "', ;q=0,,', false"
    })
    void gzip_is_for_clients_that_name_it_or_take_anything(String acceptEncoding, boolean wanted) {
        assertThat(Compression.acceptsGzip(acceptEncoding)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource({"1000000, false", "1, false"})
    void outside_of_requests_nothing_is_compressed(int bytes, boolean wanted) {
        assertThat(Compression.isWanted(bytes)).isEqualTo(wanted);
    }
}
