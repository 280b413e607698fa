package org.csrgrid.grid.donation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DonationKeyTest {

    @Test
    void a_public_id_reads_back() {
        var key = new DonationKey(7, Long.MAX_VALUE);

        assertThat(key).hasToString("7-9223372036854775807");
        assertThat(DonationKey.parse(key.toString())).contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "7",
                "7-",
                "-1",
                "7-1-1",
                "a-b",
                "7--1",
                "7 -1",
                "9223372036854775808-1",
                "1-99999999999999999999"
            })
    void what_is_no_public_id_is_none(String text) {
        assertThat(DonationKey.parse(text)).isEmpty();
    }
}
