package org.csrgrid.domain.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are those gateways publish for tests. */
class CardNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4222222222222",
                "4000000000000000006",
                "5555555555554444",
                "2223003122003222",
                "378282246310005",
                "36227206271667",
                "30569309025904",
                "6011111111111117",
                "3566002020360505",
                "6200000000000005",
                "6759649826438453"
            })
    void every_issuers_number_is_found_plain_and_in_text(String number) {
        assertThat(CardNumbers.appearIn(number)).isTrue();
        assertThat(CardNumbers.appearIn("my card is " + number + ", thanks")).isTrue();
        assertThat(CardNumbers.appearIn("pan=" + number + "x")).isTrue();
        assertThat(CardNumbers.appearIn("17 " + number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "4111 - 1111 - 1111 - 1111",
                "4111\u00a01111\u00a01111\u00a01111",
                "4111\u20131111\u20131111\u20131111",
                "3782 822463 10005",
                "3622 720627 1667",
                "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
                "41 11 11 11 11 11 11 11",
                "order 12 4111 1111 1111 1111 thanks",
                "4111 1111 1111 1111 12 27",
                "４１１１１１１１１１１１１１１１",
                "٤١١١١١١١١١١١١١١١",
                "cardholder:4111111111111111=2712",
                "+4111111111111111"
            })
    void groups_separators_and_other_scripts_hide_nothing(String text) {
        assertThat(CardNumbers.appearIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4111111111111112",
                "411111111111111",
                "1234567812345670",
                "4111.1111.1111.1111",
                "4111111111111111411111111111111112",
                "4111,1111,1111,1111"
            })
    void what_fails_the_check_has_no_issuer_or_the_wrong_length_is_none(String text) {
        assertThat(CardNumbers.appearIn(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+4915123456786",
                "DE89 3704 0044 0532 0130 00",
                "DE89370400440532013000",
                "GB29 NWBK 6016 1331 9268 19",
                "0.4111111111111111",
                "41111111-1111-4111-8111-411111111111",
                "4111111111111111aabbccddeeff0011",
                "2026-11-26 03:28:48.123456",
                "from 2026-11-23 to 2026-11-24",
                "1764127728123",
                "1181234567890123456-1181234567890123457"
            })
    void telephones_accounts_fractions_and_ids_are_passed_over(String text) {
        assertThat(CardNumbers.appearIn(text)).isFalse();
    }

    @Test
    void an_account_does_not_cover_a_card_beside_it() {
        assertThat(CardNumbers.appearIn("DE89 3704 0044 0532 0130 00, 4111 1111 1111 1111"))
                .isTrue();
    }
}
