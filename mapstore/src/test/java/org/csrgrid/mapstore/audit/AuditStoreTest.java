package org.csrgrid.mapstore.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.csrgrid.domain.audit.AuditEntry;
import org.csrgrid.domain.audit.AuditOutcome;
import org.csrgrid.domain.audit.HashChain;
import org.csrgrid.domain.audit.SignedHead;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.grid.audit.AuditKey;
import org.csrgrid.grid.audit.AuditPage;
import org.csrgrid.grid.audit.AuditSearch;
import org.csrgrid.grid.audit.InclusionProof;
import org.csrgrid.grid.audit.ListedEntry;
import org.csrgrid.mapstore.testing.StoreTestBase;
import org.csrgrid.mapstore.testing.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditStoreTest extends StoreTestBase {

    private static final AuditKey KEY = AuditKey.of("key of the tests");
    private static final Instant NOW = Story.START.plusSeconds(100);

    private static AuditEntry event(long id, long actor, String action) {
        return new AuditEntry(
                id,
                Story.START.plusSeconds(id),
                actor,
                action,
                AuditOutcome.SUCCESS,
                "campaign",
                "12",
                "192.0.2.7",
                "r-" + id,
                "a".repeat(64),
                null);
    }

    private Optional<SignedHead> seal(long token, int most) {
        return stores.auditSealing(KEY::sign).seal(token, Instant.EPOCH, NOW, most);
    }

    private AuditPage search(
            long actor, @Nullable String action, @Nullable String objectId, @Nullable ListedEntry after) {
        return stores.auditDao()
                .search(new AuditSearch(
                        actor,
                        action,
                        null,
                        null,
                        objectId,
                        null,
                        null,
                        after == null ? null : after.entry().at(),
                        after == null ? 0 : after.entry().id(),
                        2));
    }

    @Test
    void entries_are_sealed_once_in_a_chain_of_signed_heads() {
        stores.auditLog().append(List.of(event(1, 7, "a"), event(2, 7, "b"), event(3, 8, "c")));
        stores.auditLog().append(List.of(event(3, 8, "c")));

        SignedHead first = seal(1, 2).orElseThrow();
        SignedHead second = seal(1, 2).orElseThrow();

        assertThat(seal(1, 2)).isEmpty();
        assertThat(first.head().previous()).isEqualTo(HashChain.GENESIS);
        assertThat(second.head().previous()).isEqualTo(first.head().hash());
        assertThat(List.of(second.head().firstPosition(), second.head().entries())).containsExactly(3L, 1L);
        assertThat(AuditKey.isSigned(second, KEY.publicKey())).isTrue();
        assertThat(AuditKey.isSigned(second, AuditKey.of("another").publicKey())).isFalse();
    }

    @Test
    void an_earlier_holder_of_the_lock_seals_nothing() {
        stores.auditLog().append(List.of(event(1, 7, "a")));
        seal(9, 10);
        stores.auditLog().append(List.of(event(2, 7, "b")));

        assertThat(seal(8, 10)).isEmpty();
        assertThat(seal(9, 10)).isPresent();
    }

    @Test
    void every_row_of_the_ledger_becomes_one_entry_without_anybody_recording_it() {
        Story story = store(Story.pledge(5, 8).capture());
        List<Long> ids = story.entries().stream().map(LedgerEntry::id).toList();

        seal(1, 1);
        seal(1, 10);

        assertThat(seal(1, 10)).isEmpty();
        assertThat(stores.auditDao()
                        .search(new AuditSearch(
                                AuditSearch.ANYBODY, null, null, "donation", null, null, null, null, 0, 100))
                        .entries())
                .extracting(listed -> listed.entry().id())
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void every_entry_is_proven_by_its_head() {
        for (long id = 1; id <= 5; id++) {
            stores.auditLog().append(List.of(event(id, 7, "a")));
        }
        assertThat(stores.auditDao().prove(3)).isEmpty();
        seal(1, 10);

        for (long id = 1; id <= 5; id++) {
            InclusionProof proof = stores.auditDao().prove(id).orElseThrow();
            assertThat(proof.canonical()).isEqualTo(event(id, 7, "a").canonical());
            assertThat(proof.holds(KEY.publicKey())).isTrue();
        }
        assertThat(stores.auditDao().prove(6)).isEmpty();
        assertThat(stores.auditDao().heads(0, 10).newest()).isEqualTo(1);
    }

    @Test
    void an_entry_that_was_edited_is_no_longer_proven() {
        stores.auditLog().append(List.of(event(1, 7, "a"), event(2, 7, "b")));
        seal(1, 10);
        execute("DROP TRIGGER audit_event_never_updated");
        execute("UPDATE audit_event SET actor_id = 8 WHERE id = 2");

        assertThat(stores.auditDao().prove(2).orElseThrow().holds(KEY.publicKey()))
                .isFalse();
        execute("CREATE TRIGGER audit_event_never_updated BEFORE UPDATE ON audit_event FOR EACH ROW"
                + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit trail is append-only: UPDATE refused'");
    }

    @Test
    void searches_are_filtered_and_paged_newest_first() {
        stores.auditLog()
                .append(List.of(event(1, 7, "a"), event(2, 7, "b"), event(3, 7, "a"), event(4, 8, "a"), event(5, 7, "a")));

        AuditPage page = search(7, "a", null, null);
        AuditPage rest = search(7, "a", null, page.entries().getLast());

        assertThat(page.entries()).extracting(listed -> listed.entry().id()).containsExactly(5L, 3L);
        assertThat(page.more()).isTrue();
        assertThat(rest.entries()).extracting(listed -> listed.entry().id()).containsExactly(1L);
        assertThat(rest.more()).isFalse();
        assertThat(search(AuditSearch.ANYBODY, null, "13", null).entries()).isEmpty();
    }

    @Test
    void neither_entries_nor_chain_nor_heads_are_changed_or_deleted() {
        stores.auditLog().append(List.of(event(1, 7, "a")));
        seal(1, 10);

        for (String statement : List.of(
                "UPDATE audit_event SET actor_id = 8",
                "DELETE FROM audit_event",
                "UPDATE audit_chain SET source_id = 8",
                "DELETE FROM audit_chain",
                "UPDATE audit_head SET entries = 8",
                "DELETE FROM audit_head")) {
            assertThatThrownBy(() -> execute(statement)).hasMessageContaining("append-only");
        }
    }
}
