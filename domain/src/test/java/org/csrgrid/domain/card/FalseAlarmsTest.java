package org.csrgrid.domain.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** How often harmless values are taken for card numbers; docs/security-hardening.md states what these print. */
class FalseAlarmsTest {

    private static final int VALUES = 300_000;
    private static final long HAZELCAST_EPOCH = 1_514_764_800_000L;
    private static final long YEAR_2026 = 1_767_225_600_000L;
    private static final long FIFTEEN_YEARS = 15L * 365 * 86_400_000;

    @Test
    void international_telephone_numbers_raise_none() {
        assertThat(alarms("telephone, +", random -> "+" + digits(random, 7 + random.nextInt(9))))
                .isZero();
    }

    @Test
    void national_telephone_numbers_raise_none() {
        assertThat(alarms("telephone, national", random -> "0" + digits(random, 6 + random.nextInt(8))))
                .isZero();
    }

    @Test
    void long_numbers_without_their_plus_do_in_less_than_three_of_a_hundred() {
        assertThat(alarms("13 to 15 digits", random -> digits(random, 13 + random.nextInt(3))))
                .isBetween(1, VALUES * 3 / 100);
    }

    @Test
    void ibans_raise_none() {
        assertThat(alarms("IBAN, digits only", random -> iban("DE", digits(random, 18))))
                .isZero();
        assertThat(alarms("IBAN, in fours", random -> inFours(iban("GB", "NWBK" + digits(random, 14)))))
                .isZero();
    }

    @Test
    void our_own_ids_raise_none_for_fifteen_years() {
        assertThat(alarms("id", random -> Long.toString(id(random)))).isZero();
        assertThat(alarms("id of a donation", random -> id(random) + "-" + id(random)))
                .isZero();
    }

    @Test
    void uuids_traces_and_fingerprints_raise_none() {
        assertThat(alarms("UUID", random -> "key-" + new UUID(random.nextLong(), random.nextLong())))
                .isZero();
        assertThat(alarms("trace", random -> "00-%016x%016x-%016x-01"
                        .formatted(random.nextLong(), random.nextLong(), random.nextLong())))
                .isLessThanOrEqualTo(VALUES / 20_000);
    }

    @Test
    void amounts_and_times_raise_none() {
        assertThat(alarms("amount", random -> random.nextInt(1_000_000_000) + "." + digits(random, 2)))
                .isZero();
        assertThat(alarms("milliseconds", random -> Long.toString(YEAR_2026 + random.nextLong(FIFTEEN_YEARS))))
                .isZero();
        assertThat(alarms("fraction", random -> Double.toString(random.nextDouble())))
                .isLessThan(VALUES / 10_000);
    }

    private static int alarms(String what, Function<Random, String> values) {
        Random random = new Random(20_261_126);
        int alarms = 0;
        for (int i = 0; i < VALUES; i++) {
            alarms += CardNumbers.appearIn(values.apply(random)) ? 1 : 0;
        }
        System.out.printf(Locale.ROOT, "false alarms: %s: %d of %d%n", what, alarms, VALUES);
        return alarms;
    }

    /** As Hazelcast's FlakeIdGenerator makes them. */
    private static long id(Random random) {
        long millis = YEAR_2026 - HAZELCAST_EPOCH + random.nextLong(FIFTEEN_YEARS);
        return millis << 22 | random.nextInt(1 << 22);
    }

    private static String iban(String country, String account) {
        StringBuilder number = new StringBuilder();
        (account + country + "00").chars().forEach(c -> number.append(Character.digit(c, 36)));
        int check = 98
                - new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue();
        return country + String.format(Locale.ROOT, "%02d", check) + account;
    }

    private static String inFours(String text) {
        return text.replaceAll("(.{4})", "$1 ").strip();
    }

    private static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
