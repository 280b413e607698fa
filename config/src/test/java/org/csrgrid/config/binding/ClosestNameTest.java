package org.csrgrid.config.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClosestNameTest {
    private static final List<String> NAMES = List.of("grid.port", "grid.cluster-name", "api.max-body");

    @Test
    void a_slip_of_the_fingers_finds_the_name_that_was_meant() {
        assertThat(ClosestName.to("grid.prot", NAMES)).contains("grid.port");
        assertThat(ClosestName.to("grid.clusterName", NAMES)).contains("grid.cluster-name");
    }

    @Test
    void a_name_in_the_wrong_section_is_found_by_its_last_part() {
        assertThat(ClosestName.to("max-body", NAMES)).contains("api.max-body");
    }

    @Test
    void nothing_is_suggested_for_a_name_like_no_other() {
        assertThat(ClosestName.to("telescope", NAMES)).isEmpty();
    }

    @Test
    void the_distance_counts_letters_inserted_deleted_and_replaced() {
        assertThat(ClosestName.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(ClosestName.distance("", "abc")).isEqualTo(3);
    }
}
