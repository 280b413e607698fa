package org.csrgrid.mapstore.creation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.map.MapStore;
import java.util.List;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.creation.Creation;
import org.csrgrid.grid.ledger.DuplicateEntryException;
import org.csrgrid.mapstore.table.AppendOnlyException;
import org.csrgrid.mapstore.testing.StoreTestBase;
import org.csrgrid.mapstore.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CreationStoreTest extends StoreTestBase {
    private final Creation first = new Creation(1, 8, "~!'\";--", "ab".repeat(32), Story.START);
    private MapStore<String, Creation> creations;

    @BeforeEach
    void find_the_store() {
        creations = mapStore(GridMaps.CREATIONS);
    }

    @Test
    void reservations_come_back_whole_and_storing_them_again_is_harmless() {
        creations.store(first.guard(), first);
        creations.store(first.guard(), first);

        assertThat(creations.load(first.guard())).isEqualTo(first);
        assertThat(creations.loadAll(List.of(first.guard(), "8:other"))).containsOnlyKeys(first.guard());
        assertThat(creations.loadAll(List.of())).isEmpty();
    }

    @Test
    void a_taken_key_is_refused_and_its_owner_stays() {
        creations.store(first.guard(), first);
        var second = new Creation(2, first.userId(), first.key(), "cd", Story.START);

        assertThatThrownBy(() -> creations.store(second.guard(), second)).isInstanceOf(DuplicateEntryException.class);

        assertThat(creations.load(first.guard())).isEqualTo(first);
    }

    @Test
    void keys_differ_by_case_and_by_person() {
        creations.store("8:a", new Creation(1, 8, "a", "f", Story.START));
        creations.store("8:A", new Creation(2, 8, "A", "f", Story.START));
        creations.store("9:a", new Creation(3, 9, "a", "f", Story.START));

        assertThat(creations.load("8:A").id()).isEqualTo(2);
        assertThat(creations.load("9:a").id()).isEqualTo(3);
    }

    @Test
    void nothing_is_deleted() {
        assertThatThrownBy(() -> creations.delete("8:a")).isInstanceOf(AppendOnlyException.class);
    }
}
