package org.csrgrid.apinode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.money.Money;
import org.csrgrid.grid.live.LivePublisher;
import org.csrgrid.grid.live.TotalsMoved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The short version of {@code csr bench live}, with the readers in the same process. */
@ExtendWith(SharedApi.class)
class LiveManyTest {

    private static final int STREAMS = 200;
    private static final long MOST_BYTES = 100_000;

    private final ApiFixture api;

    LiveManyTest(ApiFixture api) {
        this.api = api;
    }

    @Test
    void two_hundred_streams_take_little_memory_and_hear_every_one_of_the_same_event() throws IOException {
        Campaign campaign = api.activeCampaign();
        List<Socket> sockets = new ArrayList<>();
        List<StringBuilder> heard = new ArrayList<>();
        try (var publisher = new LivePublisher(api.grid)) {
            open(campaign, sockets, heard, 20);
            long before = usedAfterCollection();
            open(campaign, sockets, heard, STREAMS);
            long each = (usedAfterCollection() - before) / STREAMS;

            publisher.publish(new TotalsMoved(
                    campaign.id(), 1, Money.of(700, "EUR"), Money.of(900, "EUR"), 7, 7, null, 0, Instant.EPOCH));

            for (int i = 0; i < sockets.size(); i++) {
                awaitText(sockets.get(i), heard.get(i), "\"7.00\"");
            }
            assertThat(each).as("bytes per stream").isLessThan(MOST_BYTES);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private void open(Campaign campaign, List<Socket> sockets, List<StringBuilder> heard, int count)
            throws IOException {
        for (int i = 0; i < count; i++) {
            sockets.add(LiveClient.connect(api.port(), "/campaigns/" + campaign.id(), "", ""));
            heard.add(new StringBuilder());
            awaitText(sockets.getLast(), heard.getLast(), ":\n");
        }
    }

    private static void awaitText(Socket socket, StringBuilder heard, String text) {
        await().until(() -> {
            byte[] bytes = new byte[Math.max(1, socket.getInputStream().available())];
            int count = socket.getInputStream().read(bytes);
            heard.append(new String(bytes, 0, count, UTF_8));
            return heard.indexOf(text) >= 0;
        });
    }

    private static long usedAfterCollection() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
