package org.csrgrid.domain.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ChannelTest {

    @Test
    void names_in_the_configuration_stay_what_they_are() {
        assertThat(Arrays.stream(Channel.values()).map(Channel::jsonName))
                .containsExactly(
                        "payments", "notifications", "exports", "reports", "cache-warming", "bulk", "maintenance");
        assertThat(Channel.fromJsonName("cache-warming")).contains(Channel.CACHE_WARMING);
        assertThat(Channel.fromJsonName("CACHE_WARMING")).isEmpty();
    }
}
