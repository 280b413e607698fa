package org.csrgrid.apinode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignChange;
import org.csrgrid.domain.campaign.Visibility;
import org.csrgrid.domain.donation.DonationStatus;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.money.Money;
import org.csrgrid.grid.live.AdminNews;
import org.csrgrid.grid.live.DonationMoved;
import org.csrgrid.grid.live.JobMoved;
import org.csrgrid.grid.live.LivePublisher;
import org.csrgrid.grid.live.TotalsMoved;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streams over plain sockets, on a node of their own with quick heartbeats and a short replay. */
@ExtendWith(SharedApi.class)
class LiveTest {

    private static final int REPLAY = 20;
    private static final AtomicLong NEXT = new AtomicLong(1);

    private static ApiNode node;
    private static LivePublisher publisher;

    private final ApiFixture api;

    LiveTest(ApiFixture api) {
        this.api = api;
    }

    @BeforeAll
    static void start(ApiFixture api) {
        node = api.another(Map.of(
                "live.heartbeat", "200ms",
                "live.replay", Integer.toString(REPLAY),
                "live.queue", "16",
                "live.slowest-reader", "500ms",
                "live.streams-per-person", "3"));
        publisher = new LivePublisher(api.grid);
    }

    @AfterAll
    static void stop() {
        publisher.close();
        node.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NOBODY             | /me               | 401
            EMPLOYEE           | /me               | 200
            NOBODY             | /campaigns/PUBLIC | 200
            NOBODY             | /campaigns/DRAFT  | 404
            COLLEAGUE          | /campaigns/DRAFT  | 404
            EMPLOYEE           | /campaigns/DRAFT  | 200
            ORGANIZATION_ADMIN | /campaigns/DRAFT  | 200
            ADMIN              | /campaigns/DRAFT  | 200
            NOBODY             | /campaigns/1      | 404
            NOBODY             | /campaigns/x      | 404
            NOBODY             | /organizations/11 | 401
            EMPLOYEE           | /organizations/11 | 403
            ORGANIZATION_ADMIN | /organizations/11 | 200
            ORGANIZATION_ADMIN | /organizations/12 | 403
            ADMIN              | /organizations/12 | 200
            ADMIN              | /organizations/9  | 404
            NOBODY             | /admin            | 401
            EMPLOYEE           | /admin            | 403
            AUDITOR            | /admin            | 403
            ADMIN              | /admin            | 200
            """)
    void everybody_follows_what_they_may_see(String who, String path, int status) throws IOException {
        String token = who.equals("NOBODY") ? "" : api.token(Person.valueOf(who));
        String filled = path.replace("PUBLIC", id(api.activeCampaign()))
                .replace("DRAFT", id(api.put(api.draft(api.content(Visibility.PUBLIC)))))
                .replace("/11", "/" + ApiFixture.ACTIVE_ORGANIZATION)
                .replace("/12", "/" + ApiFixture.PENDING_ORGANIZATION);
        try (LiveClient reader = LiveClient.open(node.port(), filled, token, "")) {
            await().untilAsserted(() -> assertThat(reader.status()).isEqualTo(status));
        }
    }

    @Test
    void a_campaigns_reader_begins_with_its_total_and_hears_when_it_moves() throws IOException {
        Campaign campaign = api.activeCampaign();
        api.raise(campaign.id(), 500);
        try (LiveClient reader = open("/campaigns/" + campaign.id())) {
            await().untilAsserted(() -> assertThat(reader.names()).containsExactly("totals"));
            assertThat(reader.events().getFirst().data())
                    .contains("\"raised\":{\"amount\":\"5.00\",\"currency\":\"EUR\"}");

            publisher.publish(totals(campaign, 800, 2).after(Money.of(300, "EUR"), Person.COLLEAGUE.id));

            await().untilAsserted(() -> assertThat(reader.names()).containsExactly("totals", "totals"));
            assertThat(reader.events().getLast().data())
                    .contains("\"amount\":\"8.00\"", "\"percent\":0", "\"latest\":{\"amount\"", "\"donorName\":null");
            assertThat(reader.lines).anyMatch(line -> line.equalsIgnoreCase("content-type: text/event-stream"));
        }
    }

    @Test
    void who_gave_is_shown_to_people_signed_in_only() throws IOException {
        Campaign campaign = api.activeCampaign();
        try (LiveClient employee = open(Person.EMPLOYEE, "/campaigns/" + campaign.id());
                LiveClient nobody = open("/campaigns/" + campaign.id())) {
            awaitStarted(employee, nobody);
            publisher.publish(totals(campaign, 800, 2).after(Money.of(300, "EUR"), Person.COLLEAGUE.id));

            await().untilAsserted(() ->
                    assertThat(employee.events().getLast().data()).contains("\"donorName\":\"Name of COLLEAGUE\""));
            await().untilAsserted(() ->
                    assertThat(nobody.events().getLast().data()).contains("\"latest\":{", "\"donorName\":null"));
        }
    }

    @Test
    void an_organizations_reader_hears_of_all_its_campaigns_and_of_no_other() throws IOException {
        Campaign one = api.activeCampaign();
        Campaign two = api.activeCampaign();
        String path = "/organizations/" + ApiFixture.ACTIVE_ORGANIZATION;
        try (LiveClient reader = open(Person.ORGANIZATION_ADMIN, path)) {
            awaitStarted(reader);
            publisher.publish(totals(one, 100, 1));
            publisher.publish(new TotalsMoved(1, 1, Money.of(1, "EUR"), Money.of(2, "EUR"), 1, 1, null, 0, now()));
            publisher.publish(totals(two, 200, 1));

            await().untilAsserted(() -> assertThat(reader.events()).hasSize(2));
            assertThat(reader.events().getFirst().data()).contains(id(one));
            assertThat(reader.events().getLast().data()).contains(id(two));
        }
    }

    @Test
    void people_hear_of_their_own_donations_and_jobs_only() throws IOException {
        try (LiveClient employee = open(Person.EMPLOYEE, "/me");
                LiveClient colleague = open(Person.COLLEAGUE, "/me")) {
            awaitStarted(employee, colleague);
            publisher.publish(new DonationMoved(
                    Person.EMPLOYEE.id, "7-8", 7, DonationStatus.COMPLETED, Money.of(500, "EUR"), now()));
            publisher.publish(new JobMoved(Person.EMPLOYEE.id, "1-a", "export", JobState.RUNNING, 1, 4, null, now()));
            publisher.publish(new JobMoved(Person.COLLEAGUE.id, "1-b", "export", JobState.DEAD, 1, 4, "x", now()));

            await().untilAsserted(() -> assertThat(employee.names()).containsExactly("donation", "job"));
            await().untilAsserted(() -> assertThat(colleague.names()).containsExactly("job"));
            assertThat(employee.events().getFirst().data()).contains("\"status\":\"completed\"", "\"id\":\"7-8\"");
        }
    }

    @Test
    void a_change_of_a_campaign_reaches_its_followers() throws IOException {
        Campaign campaign = api.activeCampaign();
        try (LiveClient reader = open("/campaigns/" + campaign.id())) {
            awaitStarted(reader);
            api.as(Person.EMPLOYEE, "POST", "/api/v1/campaigns/" + campaign.id() + "/pause")
                    .with("If-Match", "\"v" + campaign.version() + "-0-en-r\"")
                    .send();

            await().untilAsserted(() -> assertThat(reader.names()).contains("campaign"));
            assertThat(reader.events().getLast().data()).contains("\"status\":\"paused\"");
        }
    }

    @Test
    void a_reader_that_comes_back_misses_nothing_and_hears_nothing_twice() throws IOException {
        String seen;
        try (LiveClient reader = open(Person.ADMIN, "/admin")) {
            awaitStarted(reader);
            publisher.publish(news("one"));
            await().untilAsserted(() -> assertThat(reader.events()).hasSize(1));
            seen = reader.lastId();
        }
        publisher.publish(news("two"));
        publisher.publish(news("three"));
        try (LiveClient reader = open(Person.ADMIN, "/admin", seen)) {
            await().untilAsserted(() -> assertThat(reader.events()).hasSize(2));
            publisher.publish(news("four"));

            await().untilAsserted(() -> assertThat(reader.events()).hasSize(3));
            assertThat(subjects(reader)).containsExactly("two", "three", "four");
        }
    }

    @Test
    void signs_of_life_keep_a_quiet_reader_able_to_come_back_however_much_others_are_told() throws IOException {
        Campaign quiet = api.activeCampaign();
        Campaign busy = api.activeCampaign();
        try (LiveClient reader = open("/campaigns/" + quiet.id())) {
            awaitStarted(reader);
            String first = reader.lastId();
            for (int i = 1; i <= REPLAY + 5; i++) {
                publisher.publish(totals(busy, i, i));
            }
            await().until(() -> number(reader.lastId()) >= number(first) + REPLAY + 5);

            try (LiveClient again = open("/campaigns/" + quiet.id(), reader.lastId())) {
                awaitStarted(again);
                publisher.publish(totals(quiet, 100, 1));
                await().untilAsserted(() -> assertThat(again.names()).containsExactly("totals"));
            }
        }
    }

    @Test
    void a_reader_that_was_away_for_too_long_is_told_to_read_anew() throws IOException {
        String seen;
        try (LiveClient reader = open(Person.ADMIN, "/admin")) {
            publisher.publish(news("seen"));
            await().untilAsserted(() -> assertThat(reader.events()).isNotEmpty());
            seen = reader.lastId();
        }
        for (int i = 0; i <= REPLAY; i++) {
            publisher.publish(news("n" + i));
        }
        try (LiveClient other = open(Person.ADMIN, "/admin")) {
            await().until(() -> number(other.lastId()) > number(seen) + REPLAY);
        }
        try (LiveClient reader = open(Person.ADMIN, "/admin", seen)) {
            await().untilAsserted(() -> assertThat(reader.names()).containsExactly("reset"));
            publisher.publish(news("after"));
            await().untilAsserted(() -> assertThat(subjects(reader)).endsWith("after"));
        }
    }

    @Test
    void an_id_of_nobodys_begins_with_a_reset() throws IOException {
        try (LiveClient reader = open(Person.ADMIN, "/admin", "what is this")) {
            await().untilAsserted(() -> assertThat(reader.names()).containsExactly("reset"));
        }
    }

    /** On the fixture's own node, whose figures are the ones in the metrics. */
    @Test
    void a_reader_that_does_not_read_is_dropped_and_hinders_nobody() throws IOException {
        String long500 = "x".repeat(500);
        double before = dropped();
        String token = api.token(Person.ADMIN);
        try (Socket deaf = LiveClient.connect(api.port(), "/admin", token, "");
                LiveClient reader = LiveClient.open(api.port(), "/admin", token, "")) {
            awaitStarted(reader);
            AtomicLong sent = new AtomicLong();
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> {
                        for (int i = 0; i < 50; i++) {
                            publisher.publish(
                                    AdminNews.of(AdminNews.Kind.ALERT, "n" + sent.incrementAndGet(), long500, now()));
                        }
                        return dropped() > before;
                    });

            await().untilAsserted(() -> assertThat(subjects(reader)).endsWith("n" + sent.get()));
            assertThat(reader.names()).doesNotContain("bye");
            assertThat(deaf.isClosed()).isFalse();
        }
    }

    @Test
    void a_stream_ends_when_its_session_does() throws IOException {
        String token = api.login(Person.MANAGER.email(), Person.PASSWORD).at("/accessToken");
        try (LiveClient reader = LiveClient.open(node.port(), "/me", token, "")) {
            awaitStarted(reader);
            api.post("/api/v1/auth/logout").token(token).send();

            await().atMost(Duration.ofSeconds(5)).until(reader::isOver);
            assertThat(reader.events().getLast().data()).isEqualTo("{\"reason\":\"signed-out\"}");
        }
    }

    @Test
    void a_stream_ends_when_its_reader_may_not_see_the_campaign_any_more() throws IOException {
        Campaign campaign = api.activeCampaign();
        try (LiveClient reader = open("/campaigns/" + campaign.id())) {
            awaitStarted(reader);
            CampaignChange hidden = campaign.edit(api.content(Visibility.PRIVATE), api.clock.instant());
            api.put(((CampaignChange.Changed) hidden).campaign());

            await().atMost(Duration.ofSeconds(10)).until(reader::isOver);
            assertThat(reader.events().getLast().name()).isEqualTo("bye");
        }
    }

    @Test
    void one_person_has_so_many_streams_and_no_more() throws IOException {
        String token = api.token(Person.GUEST);
        try (LiveClient one = LiveClient.open(node.port(), "/me", token, "");
                LiveClient two = LiveClient.open(node.port(), "/me", token, "");
                LiveClient three = LiveClient.open(node.port(), "/me", token, "")) {
            awaitStarted(one, two, three);
            try (LiveClient four = LiveClient.open(node.port(), "/me", token, "")) {
                await().untilAsserted(() -> assertThat(four.status()).isEqualTo(503));
                assertThat(four.lines).anyMatch(line -> line.equalsIgnoreCase("retry-after: 5"));
            }
        }
    }

    @Test
    void a_node_that_stops_says_goodbye_and_when_to_come_back() throws IOException {
        ApiNode leaving = api.another(Map.of());
        try (LiveClient reader = LiveClient.open(leaving.port(), "/me", api.token(Person.EMPLOYEE), "")) {
            awaitStarted(reader);
            long start = System.nanoTime();
            leaving.close();

            await().until(reader::isOver);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            assertThat(reader.events().getLast().data()).isEqualTo("{\"reason\":\"shutdown\"}");
            assertThat(reader.lines.stream().filter(line -> line.startsWith("retry:")))
                    .hasSize(2);
        }
    }

    private LiveClient open(String path) throws IOException {
        return LiveClient.open(node.port(), path, "", "");
    }

    private LiveClient open(String path, String lastEventId) throws IOException {
        return LiveClient.open(node.port(), path, "", lastEventId);
    }

    private LiveClient open(Person person, String path) throws IOException {
        return open(person, path, "");
    }

    private LiveClient open(Person person, String path, String lastEventId) throws IOException {
        return LiveClient.open(node.port(), path, api.token(person), lastEventId);
    }

    /** A sign of life shows that the stream has joined. */
    private static void awaitStarted(LiveClient... readers) {
        for (LiveClient reader : readers) {
            await().untilAsserted(() -> assertThat(reader.lines).contains(":"));
        }
    }

    private double dropped() {
        return Double.parseDouble(api.get("/observe/metrics")
                .send()
                .text()
                .lines()
                .filter(line -> line.startsWith("csr_live_dropped_slow"))
                .findFirst()
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .orElseThrow());
    }

    private static AdminNews news(String subject) {
        return AdminNews.of(AdminNews.Kind.ALERT, subject, "", now());
    }

    private static List<String> subjects(LiveClient reader) {
        return reader.events().stream()
                .map(LiveClient.Event::data)
                .filter(data -> data.contains("\"subject\":\""))
                .map(data -> data.replaceAll(".*\"subject\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    private static TotalsMoved totals(Campaign campaign, long raised, long version) {
        return new TotalsMoved(
                campaign.id(),
                campaign.organizationId(),
                Money.of(raised, "EUR"),
                campaign.content().goal(),
                version,
                version,
                null,
                0,
                now());
    }

    /** Differs each time, as times do. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS).plus(NEXT.getAndIncrement(), ChronoUnit.MICROS);
    }

    private static long number(String id) {
        return Long.parseLong(id.substring(0, id.indexOf('-')));
    }

    private static String id(Campaign campaign) {
        return Long.toString(campaign.id());
    }
}
