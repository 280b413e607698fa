package org.csrgrid.grid.match;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.util.Optional;
import org.csrgrid.domain.match.Allowance;
import org.csrgrid.domain.match.MatchProgramme;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;

/** Matching programmes and what is used of their caps. Safe for use by many threads; every method may be repeated. */
public final class MatchGrid {

    private final IMap<ProgrammeKey, MatchProgramme> programmes;
    private final IMap<AllowanceKey, Allowance> allowances;

    public MatchGrid(HazelcastInstance grid) {
        programmes = grid.getMap(GridMaps.MATCH_PROGRAMMES);
        allowances = grid.getMap(GridMaps.MATCH_ALLOWANCES);
    }

    public Optional<MatchProgramme> programme(long organizationId, int year) {
        return Optional.ofNullable(GridCalls.repeatable(() -> programmes.get(new ProgrammeKey(organizationId, year))));
    }

    /** Reserves up to {@code wanted} and answers what the donation holds, 0 if nothing is left. */
    public long hold(AllowanceKey cap, long donationId, long wanted, long limit) {
        return GridCalls.repeatable(() -> allowances.executeOnKey(cap, new HoldAllowance(donationId, wanted, limit)));
    }

    public void release(AllowanceKey cap, long donationId) {
        GridCalls.repeatable(() -> allowances.executeOnKey(cap, new ReleaseAllowance(donationId)));
    }

    public void count(AllowanceKey cap, CountMatch entry) {
        GridCalls.repeatable(() -> allowances.executeOnKey(cap, entry));
    }

    public void forget(AllowanceKey cap, ForgetMatches entries) {
        GridCalls.repeatable(() -> allowances.executeOnKey(cap, entries));
    }
}
