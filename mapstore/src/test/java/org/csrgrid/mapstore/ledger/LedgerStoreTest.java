package org.csrgrid.mapstore.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.ledger.EntryDraft;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.money.Money;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.ledger.DuplicateEntryException;
import org.csrgrid.mapstore.commit.PoisonRowException;
import org.csrgrid.mapstore.table.AppendOnlyException;
import org.csrgrid.mapstore.testing.StoreTestBase;
import org.csrgrid.mapstore.testing.Story;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;

class LedgerStoreTest extends StoreTestBase {

    @Test
    void every_kind_of_entry_comes_back_as_it_was_stored() {
        Story story = Story.pledge(1, 2, Money.of(10_000, "USD"), Money.of(9_215, "EUR"), new BigDecimal("0.9215"))
                .capture()
                .match(5, 9_215, Money.of(8_000, "GBP"))
                .requestRefund(4_000)
                .refund(10_000);
        store(story);
        for (LedgerEntry entry : story.entries()) {
            assertThat(stores.ledger().load(entry.id())).isEqualTo(entry);
        }
        assertThat(stores.ledger().load(-1L)).isNull();
        assertThat(stores.ledger().loadAllKeys()).isNull();
    }

    @Test
    void the_same_entry_again_is_harmless_also_among_new_ones() {
        Story story = Story.pledge(1, 2).capture();
        store(story);
        store(story);
        Story other = Story.pledge(1, 3);
        assertThatCode(() -> stores.ledger().storeAll(Map.of(1L, story.last(), 2L, other.last())))
                .doesNotThrowAnyException();
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void another_entry_with_the_same_guard_is_refused_and_leaves_nothing() {
        LedgerEntry first = Story.pledge(1, 2).last();
        LedgerEntry second = guardedBy(first.guard(), Story.pledge(1, 2));
        stores.ledger().store(first.id(), first);
        assertThatThrownBy(() -> stores.ledger().store(second.id(), second))
                .isInstanceOf(DuplicateEntryException.class)
                .hasMessageContaining("a unique value of row " + second.id());
        assertThat(count()).isEqualTo(1);
        assertThat(stores.ledgerDao().byGuard(first.guard())).contains(first);
    }

    @Test
    void of_two_entries_for_one_place_in_a_donation_one_wins() {
        Story story = Story.pledge(1, 2);
        store(story);
        LedgerEntry captured = story.capture().last();
        LedgerEntry cancelled = at(captured.sequence(), story, LedgerKind.CANCELLED);
        stores.ledger().store(captured.id(), captured);
        assertThatThrownBy(() -> stores.ledger().store(cancelled.id(), cancelled))
                .isInstanceOf(DuplicateEntryException.class);
        assertThat(stores.ledgerDao().ofDonation(story.donation().id(), -1)).isEqualTo(story.entries());
    }

    /** Rivals meet in one batch, in the batches of both writers, and as late comers; each place may be taken once. */
    @Test
    void of_many_concurrent_rivals_for_each_place_exactly_one_wins() throws Exception {
        List<Story> stories = IntStream.range(0, 30)
                .mapToObj(donor -> store(Story.pledge(1, donor)))
                .toList();
        AtomicInteger won = new AtomicInteger();
        AtomicInteger lost = new AtomicInteger();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int rival = 0; rival < 10; rival++) {
                for (Story story : stories) {
                    callers.submit(() -> append(at(1, story, LedgerKind.CANCELLED), won, lost));
                }
            }
        }
        assertThat(won).hasValue(30);
        assertThat(lost).hasValue(270);
        assertThat(count()).isEqualTo(60);
    }

    private void append(LedgerEntry entry, AtomicInteger won, AtomicInteger lost) {
        try {
            stores.ledger().store(entry.id(), entry);
            won.incrementAndGet();
        } catch (DuplicateEntryException rival) {
            lost.incrementAndGet();
        }
    }

    @Test
    void an_entry_the_database_cannot_hold_fails_its_own_caller_for_good() {
        LedgerEntry tooLong = guardedBy("g".repeat(191), Story.pledge(1, 2));
        LedgerEntry notAscii = guardedBy("sleutel-é", Story.pledge(1, 2));
        assertThatThrownBy(() -> stores.ledger().store(tooLong.id(), tooLong)).isInstanceOf(PoisonRowException.class);
        assertThatThrownBy(() -> stores.ledger().store(notAscii.id(), notAscii)).isInstanceOf(PoisonRowException.class);
        assertThat(count()).isZero();
    }

    @Test
    void nothing_in_the_ledger_is_ever_updated_or_deleted() {
        LedgerEntry entry = Story.pledge(1, 2).last();
        stores.ledger().store(entry.id(), entry);
        assertThatThrownBy(() -> execute("UPDATE ledger SET amount = amount + 1"))
                .isInstanceOf(UnableToExecuteStatementException.class)
                .hasMessageContaining("append-only: UPDATE refused");
        assertThatThrownBy(() -> execute("DELETE FROM ledger")).hasMessageContaining("append-only: DELETE refused");
        assertThatThrownBy(() -> stores.ledger().delete(entry.id())).isInstanceOf(AppendOnlyException.class);
        assertThat(stores.ledger().load(entry.id())).isEqualTo(entry);
    }

    @Test
    void pledges_are_listed_newest_first_and_page_by_page() {
        Story first = store(Story.pledge(1, 2).capture());
        Story second = store(Story.pledge(1, 3));
        Story third = store(Story.pledge(9, 2));
        LedgerDao ledger = stores.ledgerDao();
        assertThat(ledger.pledged(2, 0, Long.MAX_VALUE, 10)).containsExactly(key(third), key(first));
        assertThat(ledger.pledged(0, 1, Long.MAX_VALUE, 10)).containsExactly(key(second), key(first));
        assertThat(ledger.pledged(2, 1, Long.MAX_VALUE, 10)).containsExactly(key(first));
        assertThat(ledger.pledged(0, 0, Long.MAX_VALUE, 2)).containsExactly(key(third), key(second));
        assertThat(ledger.pledged(0, 0, second.donation().id(), 2)).containsExactly(key(first));
    }

    @Test
    void unsettled_donations_are_those_with_an_entry_their_row_does_not_count() {
        Story neverFlushed = store(Story.pledge(1, 2));
        Story settled = store(Story.pledge(1, 3).capture()).settled();
        Story behind = store(Story.pledge(1, 4).settled());
        flush(settled);
        flush(behind);
        behind.capture();
        stores.ledger().store(behind.last().id(), behind.last());
        Instant later = Story.START.plusSeconds(100);
        assertThat(stores.ledgerDao().unsettled(later, 10)).containsExactly(key(neverFlushed), key(behind));
        assertThat(stores.ledgerDao().unsettled(Story.START, 10)).isEmpty();
        assertThat(stores.ledgerDao().unsettled(Story.START.plusMillis(1), later, 10))
                .containsExactly(key(behind));
        assertThat(stores.ledgerDao().unsettled(later, 1)).containsExactly(key(neverFlushed));
    }

    private static DonationKey key(Story story) {
        return DonationKey.of(story.donation());
    }

    private static LedgerEntry guardedBy(String guard, Story story) {
        LedgerEntry e = story.last();
        return new LedgerEntry(
                e.id(),
                e.kind(),
                e.donationId(),
                e.campaignId(),
                e.organizationId(),
                e.donorId(),
                e.sequence(),
                e.amount(),
                e.campaignAmount(),
                e.exchangeRate(),
                guard,
                e.gateway(),
                e.gatewayId(),
                e.relatedId(),
                e.actorId(),
                e.fingerprint(),
                e.reason(),
                e.pledge(),
                e.match(),
                e.at());
    }

    /** An entry for a place that is taken. */
    private static LedgerEntry at(int sequence, Story story, LedgerKind kind) {
        Donation before = Donation.fold(List.copyOf(story.entries().subList(0, sequence)));
        return new EntryDraft(before, Story.nextId(), Story.START).of(kind).build();
    }

    private int count() {
        return one("SELECT COUNT(*) FROM ledger", Integer.class);
    }
}
