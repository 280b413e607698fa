package org.csrgrid.apinode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import org.csrgrid.apinode.audit.AuditedRoutes;
import org.csrgrid.domain.audit.AuditEntry;
import org.csrgrid.domain.audit.AuditOutcome;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.Visibility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What requests leave behind. Where an entry is looked for without waiting, it has to be durable before the answer. */
@ExtendWith(SharedApi.class)
class AuditTest {

    private static final String AUDIT = "/api/v1/audit";

    private final ApiFixture api;
    private final MemoryAudit trail;
    private final String request = UUID.randomUUID().toString();

    AuditTest(ApiFixture api) {
        this.api = api;
        trail = api.answers.audit;
    }

    @AfterEach
    void come_back() {
        trail.down = false;
    }

    private Answer send(Call call) {
        return call.with("X-Request-Id", request).send();
    }

    private AuditEntry entry() {
        return trail.of(request).getFirst();
    }

    private Answer login(String email, String password) {
        return send(api.post("/api/v1/auth/login")
                .json("{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password)));
    }

    @Test
    void every_operation_that_changes_something_has_a_stable_name() {
        assertThat(RecordedRoutes.of(api).stream()
                        .filter(operation -> operation.contains(" /api/") && !operation.startsWith("GET ")))
                .hasSizeGreaterThan(25)
                .allMatch(AuditedRoutes::isNamed);
    }

    @Test
    void a_log_in_is_recorded_with_who_from_where_and_nothing_secret() {
        assertThat(login(Person.EMPLOYEE.email(), Person.PASSWORD).status()).isEqualTo(200);

        assertThat(entry().action()).isEqualTo("auth.login");
        assertThat(entry().outcome()).isEqualTo(AuditOutcome.SUCCESS);
        assertThat(entry().actorId()).isEqualTo(Person.EMPLOYEE.id);
        assertThat(entry().address()).isEqualTo("127.0.0.1");
        assertThat(entry().canonical()).doesNotContain(Person.EMPLOYEE.email(), Person.PASSWORD, "eyJ");
    }

    @Test
    void a_wrong_password_is_a_failure_of_nobody_about_that_user() {
        assertThat(login(Person.EMPLOYEE.email(), "wrong").status()).isEqualTo(401);

        assertThat(entry().outcome()).isEqualTo(AuditOutcome.FAILURE);
        assertThat(List.of(entry().actorId(), entry().objectId())).containsExactly(0L, "" + Person.EMPLOYEE.id);
    }

    @Test
    void a_spoofed_forwarding_header_changes_nothing() {
        Call call = api.post("/api/v1/auth/login")
                .with("X-Forwarded-For", "203.0.113.9")
                .with("Forwarded", "for=203.0.113.9")
                .json("{\"email\":\"nobody@example.org\",\"password\":\"x\"}");

        assertThat(send(call).status()).isEqualTo(401);
        assertThat(entry().address()).isEqualTo("127.0.0.1");
    }

    @Test
    void a_change_is_recorded_with_the_hashes_before_and_after() {
        Campaign campaign = api.put(api.draft(api.content(Visibility.PUBLIC)));
        Call submit = api.as(Person.EMPLOYEE, "POST", "/api/v1/campaigns/%d/submit".formatted(campaign.id()))
                .with("If-Match", "\"v1-0-en-r\"");

        assertThat(send(submit).status()).isEqualTo(200);

        assertThat(entry().action()).isEqualTo("campaign.submitted");
        assertThat(List.of(entry().objectType(), entry().objectId())).containsExactly("campaign", "" + campaign.id());
        assertThat(entry().before()).hasSize(64).isNotEqualTo(entry().after());
        assertThat(entry().after()).hasSize(64);
    }

    @Test
    void an_administrators_clearing_of_a_cache_and_others_denial_are_recorded() {
        assertThat(send(api.as(Person.ADMIN, "DELETE", "/api/v1/caches/widgets")).status())
                .isEqualTo(204);
        assertThat(send(api.as(Person.EMPLOYEE, "DELETE", "/api/v1/caches/widgets")).status())
                .isEqualTo(403);

        assertThat(trail.of(request))
                .extracting(AuditEntry::action, AuditEntry::outcome, AuditEntry::actorId, AuditEntry::objectId)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "cache.cleared", AuditOutcome.SUCCESS, Person.ADMIN.id, "widgets"),
                        org.assertj.core.groups.Tuple.tuple(
                                "cache.cleared", AuditOutcome.DENIED, Person.EMPLOYEE.id, "widgets"));
    }

    @Test
    void signing_out_is_recorded_as_done_by_who_was_signed_in() {
        String token = api.login(Person.MANAGER.email(), Person.PASSWORD).at("/accessToken");

        assertThat(send(api.post("/api/v1/auth/logout").token(token)).status()).isEqualTo(204);

        assertThat(entry().action()).isEqualTo("session.ended");
        assertThat(entry().actorId()).isEqualTo(Person.MANAGER.id);
    }

    @Test
    void a_denied_read_is_recorded_and_an_allowed_one_is_not() {
        assertThat(send(api.get("/api/v1/caches")).status()).isEqualTo(401);
        await().untilAsserted(() -> assertThat(trail.of(request)).hasSize(1));
        assertThat(entry().action()).isEqualTo("get:/caches");
        assertThat(entry().outcome()).isEqualTo(AuditOutcome.DENIED);

        assertThat(send(api.as(Person.ADMIN, "GET", "/api/v1/caches")).status()).isEqualTo(200);
        assertThat(trail.of(request)).hasSize(1);
    }

    @Test
    void a_donation_leaves_where_it_came_from_without_waiting() {
        Campaign campaign = api.activeCampaign();

        Answer answer = send(api.as(Person.EMPLOYEE, "POST", "/api/v1/donations")
                .key(request)
                .json(ApiFixture.donation(campaign.id(), "25.00")));

        await().untilAsserted(() -> assertThat(trail.of(request)).hasSize(1));
        assertThat(List.of(entry().action(), entry().objectId(), entry().address()))
                .containsExactly("request.donation", answer.at("/id"), "127.0.0.1");
    }

    @Test
    void what_cannot_be_recorded_is_not_acknowledged() {
        trail.down = true;

        assertThat(send(api.as(Person.ADMIN, "DELETE", "/api/v1/caches/widgets")).problem())
                .isEqualTo("503 unavailable");
        assertThat(send(api.as(Person.ADMIN, "GET", "/api/v1/caches")).status()).isEqualTo(200);
    }

    @Test
    void auditors_search_page_by_page_and_others_may_not() {
        send(api.as(Person.ADMIN, "DELETE", "/api/v1/caches/widgets"));
        send(api.as(Person.ADMIN, "DELETE", "/api/v1/caches/widgets"));
        String search = AUDIT + "?action=cache.cleared&actor=%d&limit=1".formatted(Person.ADMIN.id);

        Answer first = api.as(Person.AUDITOR, "GET", search).send();
        Answer second = api.as(Person.AUDITOR, "GET", first.at("/next")).send();

        assertThat(first.at("/items/0/action")).isEqualTo("cache.cleared");
        assertThat(second.at("/items/0/id")).isNotEqualTo(first.at("/items/0/id"));
        assertThat(api.as(Person.MANAGER, "GET", search).send().status()).isEqualTo(403);
        assertThat(api.as(Person.AUDITOR, "GET", AUDIT + "?from=yesterday").send().status())
                .isEqualTo(400);
    }

    @Test
    void auditors_get_proofs_and_heads() {
        send(api.as(Person.ADMIN, "DELETE", "/api/v1/caches/widgets"));

        Answer proof = api.as(Person.AUDITOR, "GET", AUDIT + "/%d/proof".formatted(entry().id()))
                .send();

        assertThat(proof.at("/entry")).isEqualTo(entry().canonical());
        assertThat(proof.at("/head/publicKey")).isEqualTo(MemoryAudit.KEY.publicKey());
        assertThat(api.as(Person.AUDITOR, "GET", AUDIT + "/1/proof").send().status())
                .isEqualTo(404);
        assertThat(api.as(Person.AUDITOR, "GET", AUDIT + "/heads").send().at("/items/0/hash"))
                .hasSize(64);
    }
}
