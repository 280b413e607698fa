package org.csrgrid.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.csrgrid.mapstore.database.Database;
import org.csrgrid.mapstore.database.EmbeddedDatabase;
import org.csrgrid.mapstore.database.EmbeddedOptions;
import org.csrgrid.mapstore.database.Migrations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerPagesTest {

    private static EmbeddedDatabase server;
    private static Database database;

    /** Donations 1 to 4 with 1, 3, 7 and 2 entries. */
    @BeforeAll
    static void start(@TempDir Path folder) {
        server = EmbeddedDatabase.start(EmbeddedOptions.in(folder).withBufferPoolMegabytes(64));
        database = Database.open(server.databaseOptions());
        Migrations.migrate(database);
        int[] sizes = {1, 3, 7, 2};
        for (int donation = 1; donation <= sizes.length; donation++) {
            for (int sequence = 0; sequence < sizes[donation - 1]; sequence++) {
                insert(donation, sequence);
            }
        }
    }

    private static void insert(int donation, int sequence) {
        boolean pledge = sequence == 0;
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        """
                INSERT INTO ledger (id, kind, donation_id, campaign_id, organization_id, donor_id, sequence, amount, currency,
                    campaign_amount, campaign_currency, exchange_rate, guard, related_id, actor_id, method, anonymous, at)
                VALUES (?, ?, ?, 9, 7, 2, ?, 100, 'EUR', 100, 'EUR', 1, ?, 0, 0, ?, ?, 0)
                """,
                        donation * 100 + sequence,
                        pledge ? "PLEDGED" : "REFUND_FAILED",
                        donation,
                        sequence,
                        donation + ":" + sequence,
                        pledge ? "CARD" : null,
                        pledge ? false : null));
    }

    @AfterAll
    static void stop() {
        database.close();
        server.kill();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 11, 13, 100})
    void every_donation_comes_once_and_complete_whatever_the_pages(int rows) {
        List<String> seen = new ArrayList<>();
        database.jdbi().useHandle(handle -> new LedgerPages(handle, rows)
                .forEach(page -> page.forEach(donation ->
                        seen.add(donation.id() + " x " + donation.lines().size()))));
        assertThat(seen).containsExactly("1 x 1", "2 x 3", "3 x 7", "4 x 2");
    }
}
