package org.csrgrid.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.csrgrid.domain.Samples;
import org.csrgrid.domain.ledger.LedgerKind;

class CampaignTotalsProperties {

    private static final CampaignTotals NONE =
            CampaignTotals.none(7, Samples.euros(0).currency());

    @Property
    void totals_are_the_fold_of_their_entries_in_any_order_and_with_any_repeats(
            @ForAll("amounts") List<Long> amounts, @ForAll Random random) {
        List<TotalsEntry> entries = entries(amounts);
        var delivered = new ArrayList<>(entries);
        entries.stream().filter(_ -> random.nextBoolean()).forEach(delivered::add);
        Collections.shuffle(delivered, random);

        CampaignTotals totals = NONE;
        for (TotalsEntry entry : delivered) {
            totals = totals.count(List.of(entry));
        }

        assertThat(totals).isEqualTo(NONE.count(entries));
        assertThat(totals.captured()).isEqualTo(sum(entries, LedgerKind.CAPTURED));
        assertThat(totals.refunded()).isEqualTo(sum(entries, LedgerKind.REFUNDED));
        assertThat(totals.disputesLost()).isEqualTo(sum(entries, LedgerKind.DISPUTE_LOST));
        assertThat(totals.matched()).isEqualTo(sum(entries, LedgerKind.MATCH_POSTED));
        assertThat(totals.matchReversed()).isEqualTo(sum(entries, LedgerKind.MATCH_REVERSED));
    }

    @Provide
    Arbitrary<List<Long>> amounts() {
        return Arbitraries.longs().between(0, 1_000_000_000_000L).list().ofMaxSize(60);
    }

    /** Entries of all kinds in turn. */
    private static List<TotalsEntry> entries(List<Long> amounts) {
        LedgerKind[] kinds = LedgerKind.values();
        return IntStream.range(0, amounts.size())
                .mapToObj(i -> new TotalsEntry(i + 1, kinds[i % kinds.length], amounts.get(i)))
                .toList();
    }

    private static long sum(List<TotalsEntry> entries, LedgerKind kind) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind)
                .mapToLong(TotalsEntry::campaignMinorUnits)
                .sum();
    }
}
