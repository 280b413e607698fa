package org.csrgrid.gridnode.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.spi.merge.MergingValue;
import java.util.Currency;
import java.util.Set;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LaterVersionWinsTest {

    private final LaterVersionWins policy = new LaterVersionWins();

    @Test
    void the_copy_with_the_larger_version_stays_on_whichever_side_it_is() {
        assertThat(policy.merge(value(totals(5)), value(totals(4)))).isEqualTo(totals(5));
        assertThat(policy.merge(value(totals(4)), value(totals(5)))).isEqualTo(totals(5));
    }

    @Test
    void the_majority_stays_on_a_tie() {
        CampaignTotals majority = totals(3);
        assertThat(policy.merge(value(totals(3)), value(majority))).isSameAs(majority);
    }

    @Test
    void an_entry_only_the_minority_has_is_kept() {
        assertThat(policy.merge(value(totals(1)), null)).isEqualTo(totals(1));
    }

    private static CampaignTotals totals(long version) {
        return new CampaignTotals(1, Currency.getInstance("EUR"), 0, 0, 0, 0, 0, 0, version, Set.of());
    }

    private static MergingValue<Object> value(Object content) {
        return new MergingValue<>() {
            @Override
            public Object getRawValue() {
                return content;
            }

            @Override
            @SuppressWarnings("unchecked")
            public <V> @Nullable V getDeserializedValue() {
                return (V) content;
            }
        };
    }
}
