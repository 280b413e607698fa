package org.csrgrid.mapstore.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.ledger.EntryDraft;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.grid.cluster.DatabaseUnavailableException;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.cluster.GridUnavailableException;
import org.csrgrid.grid.ledger.AppendOutcome;
import org.csrgrid.grid.ledger.DuplicateEntryException;
import org.csrgrid.grid.ledger.LedgerGrid;
import org.csrgrid.mapstore.database.EmbeddedDatabase;
import org.csrgrid.mapstore.database.EmbeddedOptions;
import org.csrgrid.mapstore.testing.Story;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger's map written through on two members, seen by a member and by a client. */
class LedgerInGridTest {
    @TempDir
    static Path folder;

    private static EmbeddedDatabase server;
    private static StoredGrid grid;

    @BeforeAll
    static void start() {
        server = EmbeddedDatabase.start(EmbeddedOptions.in(folder));
        grid = StoredGrid.start(server.databaseOptions());
    }

    @AfterAll
    static void stop() throws IOException {
        grid.close();
        server.close();
    }

    @Test
    void an_append_returns_when_the_entry_is_committed() throws Exception {
        LedgerGrid ledger = new LedgerGrid(grid.client());
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> committed = IntStream.range(0, 200)
                    .mapToObj(number -> callers.submit(() -> {
                        LedgerEntry entry = Story.pledge(1, number).last();
                        ledger.append(entry);
                        return grid.isStored(entry.id());
                    }))
                    .toList();
            for (Future<Boolean> answer : committed) {
                assertThat(answer.get()).isTrue();
            }
        }
    }

    @Test
    void the_same_entry_again_is_appended_and_a_rival_is_a_duplicate() {
        LedgerGrid ledger = new LedgerGrid(grid.client());
        Story story = Story.pledge(1, 2);
        Donation pledged = story.donation();
        assertThat(ledger.append(story.last())).isInstanceOf(AppendOutcome.Appended.class);
        assertThat(ledger.append(story.last())).isInstanceOf(AppendOutcome.Appended.class);
        LedgerEntry captured = story.capture().last();
        assertThat(ledger.append(captured)).isInstanceOf(AppendOutcome.Appended.class);
        LedgerEntry rival = rival(pledged);
        assertThat(ledger.append(rival)).isInstanceOf(AppendOutcome.Duplicate.class);
        assertThat(grid.isStored(rival.id())).isFalse();
    }

    /** Ids of rivals fall on both members, so the exception comes from the caller's own member and from the other one. */
    @Test
    void clients_and_members_see_the_duplicate_exception_itself() {
        Story story = Story.pledge(1, 3);
        Donation pledged = story.donation();
        new LedgerGrid(grid.client()).append(story.last());
        new LedgerGrid(grid.client()).append(story.capture().last());
        for (HazelcastInstance caller : List.of(grid.client(), grid.member())) {
            IMap<Long, LedgerEntry> ledger = caller.getMap(GridMaps.LEDGER);
            for (int attempt = 0; attempt < 20; attempt++) {
                LedgerEntry rival = rival(pledged);
                Throwable failure = catchThrowable(() -> ledger.set(rival.id(), rival));
                assertThat(GridCalls.isCausedBy(failure, DuplicateEntryException.class))
                        .as(() -> String.valueOf(failure))
                        .isTrue();
            }
        }
    }

    @Test
    void a_database_that_is_down_is_seen_by_clients_and_afterwards_the_same_entry_is_appended_once() {
        LedgerGrid ledger = new LedgerGrid(grid.client());
        IMap<Long, LedgerEntry> map = grid.client().getMap(GridMaps.LEDGER);
        LedgerEntry entry = Story.pledge(1, 4).last();
        int port = server.port();
        server.kill();
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThatThrownBy(() -> ledger.append(entry)).isInstanceOf(GridUnavailableException.class);
            Throwable failure = catchThrowable(() -> map.get(Story.nextId()));
            assertThat(GridCalls.isCausedBy(failure, DatabaseUnavailableException.class))
                    .as(() -> String.valueOf(failure))
                    .isTrue();
        }
        server = EmbeddedDatabase.start(EmbeddedOptions.in(folder).withPort(port));
        await().atMost(Duration.ofSeconds(20))
                .ignoreException(GridUnavailableException.class)
                .until(() -> ledger.append(entry) instanceof AppendOutcome.Appended);
        assertThat(grid.isStored(entry.id())).isTrue();
    }

    /** An entry with an id of its own for the place after the pledge. */
    private static LedgerEntry rival(Donation pledged) {
        return new EntryDraft(pledged, Story.nextId(), Story.START)
                .of(LedgerKind.CANCELLED)
                .build();
    }
}
