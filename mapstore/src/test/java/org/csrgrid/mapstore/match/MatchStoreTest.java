package org.csrgrid.mapstore.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.map.MapLoader;
import com.hazelcast.map.MapStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.csrgrid.domain.match.Allowance;
import org.csrgrid.domain.match.MatchProgramme;
import org.csrgrid.domain.money.Money;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.ledger.DuplicateEntryException;
import org.csrgrid.grid.match.AllowanceKey;
import org.csrgrid.grid.match.AllowanceKey.Kind;
import org.csrgrid.grid.match.ProgrammeKey;
import org.csrgrid.mapstore.testing.StoreTestBase;
import org.csrgrid.mapstore.testing.Story;
import org.junit.jupiter.api.Test;

class MatchStoreTest extends StoreTestBase {

    @Test
    void what_is_used_of_a_cap_is_the_fold_of_its_matches_less_reversals() {
        Story first = store(Story.pledge(1, 2)
                .capture()
                .match(5, 5_000, Money.of(4_000, "GBP"))
                .refund(1_000)
                .match(5, 1_000, Money.of(800, "GBP")));
        Story second = store(Story.pledge(1, 3).capture().match(5, 300, Money.of(250, "GBP")));
        store(Story.pledge(1, 2).capture().match(6, 7_000, Money.of(7_000, "EUR")));
        assertThat(load(Kind.EMPLOYEE, 5, 2).used()).isEqualTo(3_200);
        assertThat(load(Kind.EMPLOYEE, 5, 3).used()).isEqualTo(250);
        assertThat(load(Kind.CAMPAIGN, 5, 1).used()).isEqualTo(4_300);
        assertThat(load(Kind.PROGRAMME, 5, 0).used()).isEqualTo(3_450);
        assertThat(load(Kind.PROGRAMME, 5, 0).held()).isEmpty();
        assertThat(load(Kind.PROGRAMME, 5, 0).recent())
                .containsExactlyInAnyOrder(
                        first.entries().get(2).id(),
                        first.last().id(),
                        second.last().id());
    }

    @Test
    void recent_leaves_out_what_the_donation_records_as_counted() {
        Story story = store(Story.pledge(1, 2).capture().match(5, 300, Money.of(300, "EUR")))
                .settled();
        flush(story);
        assertThat(load(Kind.EMPLOYEE, 5, 2)).isEqualTo(new Allowance(300, Map.of(), Set.of()));
    }

    @Test
    void a_cap_nothing_was_posted_under_is_none() {
        AllowanceKey cap = new AllowanceKey(Kind.EMPLOYEE, 5, 2);
        assertThat(allowances().load(cap)).isNull();
        assertThat(allowances().loadAll(List.of(cap))).isEmpty();
        assertThat(allowances()).isNotInstanceOf(MapStore.class);
    }

    @Test
    void programmes_are_kept_by_organization_and_year() {
        MapStore<ProgrammeKey, MatchProgramme> programmes = mapStore(GridMaps.MATCH_PROGRAMMES);
        MatchProgramme programme = programme(1, 2026, 3);
        ProgrammeKey key = new ProgrammeKey(7, 2026);
        programmes.store(key, programme);
        programmes.store(new ProgrammeKey(7, 2027), programme(2, 2027, 1));
        programmes.store(key, programme(1, 2026, 2));
        assertThat(programmes.load(key)).isEqualTo(programme);
        assertThat(programmes.load(new ProgrammeKey(7, 2025))).isNull();
        assertThat(programmes.loadAllKeys()).containsExactlyInAnyOrder(key, new ProgrammeKey(7, 2027));
        assertThatThrownBy(() -> programmes.store(key, programme(3, 2026, 9)))
                .isInstanceOf(DuplicateEntryException.class);
        programmes.delete(key);
        assertThat(programmes.load(key)).isNull();
    }

    private static MatchProgramme programme(long id, int year, long version) {
        return new MatchProgramme(id, 7, year, 100, Money.of(100_000, "EUR"), Money.of(5_000_000, "EUR"), version);
    }

    private Allowance load(Kind kind, long programmeId, long subjectId) {
        return allowances().load(new AllowanceKey(kind, programmeId, subjectId));
    }

    @SuppressWarnings("unchecked")
    private MapLoader<AllowanceKey, Allowance> allowances() {
        return (MapLoader<AllowanceKey, Allowance>) stores.store(GridMaps.MATCH_ALLOWANCES);
    }
}
