package org.csrgrid.launcher.verify;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.match.Allowance;
import org.csrgrid.grid.cluster.DirtyEntries;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.cluster.GridUnavailableException;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.match.AllowanceKey;

/** Reads what the grid holds, in batches. What is not in memory is loaded as it would be for anybody else. */
final class LiveGrid {

    static final int BATCH = 500;

    private static final long ANSWER_SECONDS = 20;

    private final HazelcastInstance client;
    private final IMap<DonationKey, Donation> donations;
    private final IMap<Long, Campaign> campaigns;
    private final IMap<Long, CampaignTotals> totals;
    private final IMap<AllowanceKey, Allowance> allowances;

    LiveGrid(HazelcastInstance client) {
        this.client = client;
        donations = client.getMap(GridMaps.DONATIONS);
        campaigns = client.getMap(GridMaps.CAMPAIGNS);
        totals = client.getMap(GridMaps.CAMPAIGN_TOTALS);
        allowances = client.getMap(GridMaps.MATCH_ALLOWANCES);
    }

    /** @param unreadable gets the key and the reason of every entry the grid fails to load */
    Map<DonationKey, Donation> donations(Collection<DonationKey> keys, BiConsumer<DonationKey, String> unreadable) {
        return read(donations, keys, unreadable);
    }

    Map<Long, Campaign> campaigns(Collection<Long> ids, BiConsumer<Long, String> unreadable) {
        return read(campaigns, ids, unreadable);
    }

    Map<Long, CampaignTotals> totals(Collection<Long> ids, BiConsumer<Long, String> unreadable) {
        return read(totals, ids, unreadable);
    }

    Map<AllowanceKey, Allowance> allowances(
            Collection<AllowanceKey> keys, BiConsumer<AllowanceKey, String> unreadable) {
        return read(allowances, keys, unreadable);
    }

    int campaignCount() {
        return GridCalls.repeatable(campaigns::size);
    }

    private static <K, V> Map<K, V> read(IMap<K, V> map, Collection<K> keys, BiConsumer<K, String> unreadable) {
        var found = new HashMap<K, V>();
        var all = new ArrayList<>(keys);
        for (int from = 0; from < all.size(); from += BATCH) {
            List<K> batch = all.subList(from, Math.min(all.size(), from + BATCH));
            try {
                found.putAll(GridCalls.repeatable(() -> map.getAll(new HashSet<>(batch))));
            } catch (GridUnavailableException unreachable) {
                throw unreachable;
            } catch (RuntimeException someCannotBeLoaded) {
                batch.forEach(key -> readOne(map, key, found, unreadable));
            }
        }
        return found;
    }

    private static <K, V> void readOne(IMap<K, V> map, K key, Map<K, V> found, BiConsumer<K, String> unreadable) {
        try {
            V value = GridCalls.repeatable(() -> map.get(key));
            if (value != null) {
                found.put(key, value);
            }
        } catch (GridUnavailableException unreachable) {
            throw unreachable;
        } catch (RuntimeException failure) {
            unreadable.accept(key, String.valueOf(failure.getMessage()));
        }
    }

    /** How many changes are not in the database yet, by member. */
    Map<String, Long> dirtyEntries() {
        Map<Member, Future<Long>> answers = GridCalls.repeatable(
                () -> client.getExecutorService(GridMaps.CALLS).submitToAllMembers(new DirtyEntries()));
        Map<String, Long> dirty = new TreeMap<>();
        answers.forEach((member, answer) -> dirty.put(member.getAddress().toString(), await(member, answer)));
        return dirty;
    }

    private static long await(Member member, Future<Long> answer) {
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new CannotVerifyException(
                    "member %s does not say what it has not saved".formatted(member.getAddress()), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotVerifyException("interrupted while waiting for a member", interrupted);
        }
    }
}
