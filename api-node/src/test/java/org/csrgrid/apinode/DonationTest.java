package org.csrgrid.apinode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.StreamSupport;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignAction;
import org.csrgrid.domain.campaign.Visibility;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.job.JobKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedApi.class)
class DonationTest {

    private static final String DONATIONS = "/api/v1/donations";
    private final ApiFixture api;

    DonationTest(ApiFixture api) {
        this.api = api;
    }

    @Test
    void a_donation_is_in_the_ledger_and_has_a_job_when_it_is_answered() {
        Campaign campaign = api.activeCampaign();

        Answer created = donate("a1", ApiFixture.donation(campaign.id(), "25.00"));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo(DONATIONS + "/" + created.at("/id"));
        assertThat(created.at("/status")).isEqualTo("pending");
        assertThat(created.at("/amount/amount")).isEqualTo("25.00");
        assertThat(created.at("/exchangeRate")).isEqualTo("1");
        assertThat(api.ledger.findByGuard("key:101:a1")).isPresent();
        String job = "process-donation:" + created.at("/id");
        await().untilAsserted(() -> assertThat(
                        api.grid.<JobKey, Job>getMap(GridMaps.JOBS).get(new JobKey(job, campaign.id())))
                .isNotNull());
        assertThat(api.as(Person.EMPLOYEE, "GET", created.header("Location"))
                        .send()
                        .json())
                .isEqualTo(created.json());
    }

    @Test
    void the_same_key_and_request_is_answered_with_the_same_donation() {
        Campaign campaign = api.activeCampaign();
        Answer first = donate("b1", ApiFixture.donation(campaign.id(), "25.00"));

        Answer again = donate("b1", """
                { "method":"card", "amount":{"currency":"EUR","amount":"25.0"}, "campaignId":"%d", "anonymous":false }""".formatted(campaign.id()));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(first.header("Idempotent-Replayed")).isNull();
    }

    @Test
    void the_same_key_with_another_request_is_refused_and_the_same_key_of_another_person_is_not() {
        Campaign campaign = api.activeCampaign();
        donate("c1", ApiFixture.donation(campaign.id(), "25.00"));

        assertThat(donate("c1", ApiFixture.donation(campaign.id(), "26.00")).problem())
                .isEqualTo("422 idempotency-key-reused");
        assertThat(api.as(Person.COLLEAGUE, "POST", DONATIONS)
                        .key("c1")
                        .json(ApiFixture.donation(campaign.id(), "25.00"))
                        .send()
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_donation_is_for_its_donor_finance_and_auditors_only() {
        String path = DONATIONS + "/"
                + api.donate(Person.EMPLOYEE, api.activeCampaign().id(), "5.00");

        assertThat(api.as(Person.COLLEAGUE, "GET", path).send().problem()).isEqualTo("404 not-found");
        assertThat(api.as(Person.AUDITOR, "GET", path).send().status()).isEqualTo(200);
        assertThat(api.get(path).send().problem()).isEqualTo("401 unauthenticated");
        Answer own = api.as(Person.EMPLOYEE, "GET", path).send();
        assertThat(own.header("ETag")).isEqualTo("\"v1\"");
        assertThat(api.as(Person.EMPLOYEE, "GET", path)
                        .with("If-None-Match", "\"v1\"")
                        .send()
                        .status())
                .isEqualTo(304);
    }

    @Test
    void one_lists_ones_own_donations_newest_first() {
        long campaign = api.activeCampaign().id();
        String older = api.donate(Person.ORGANIZATION_ADMIN, campaign, "5.00");
        String newer = api.donate(Person.ORGANIZATION_ADMIN, campaign, "6.00");
        api.donate(Person.COLLEAGUE, campaign, "7.00");

        Answer first =
                api.as(Person.ORGANIZATION_ADMIN, "GET", DONATIONS + "?limit=1").send();
        Answer second =
                api.as(Person.ORGANIZATION_ADMIN, "GET", first.at("/next")).send();

        assertThat(ids(first)).containsExactly(newer);
        assertThat(ids(second)).containsExactly(older);
        assertThat(second.json().get("next").isNull()).isTrue();
        assertThat(api.as(Person.COLLEAGUE, "GET", first.at("/next")).send().problem())
                .isEqualTo("400 invalid-parameter");
    }

    @Test
    void a_pledge_may_be_cancelled_until_it_is_paid() {
        long campaign = api.activeCampaign().id();
        String open = DONATIONS + "/" + api.donate(Person.EMPLOYEE, campaign, "5.00");
        String paid = api.donate(Person.EMPLOYEE, campaign, "5.00");
        api.capture(paid);

        assertThat(api.as(Person.EMPLOYEE, "POST", open + "/cancel").send().at("/status"))
                .isEqualTo("cancelled");
        assertThat(api.as(Person.EMPLOYEE, "POST", DONATIONS + "/" + paid + "/cancel")
                        .send()
                        .problem())
                .isEqualTo("409 not-cancellable");
        assertThat(api.as(Person.COLLEAGUE, "POST", open + "/cancel").send().problem())
                .isEqualTo("404 not-found");
        assertThat(api.as(Person.AUDITOR, "POST", open + "/cancel").send().problem())
                .isEqualTo("403 forbidden");
    }

    @Test
    void finance_refunds_a_part_and_then_the_rest() {
        String id = api.donate(Person.EMPLOYEE, api.activeCampaign().id(), "10.00");
        assertThat(refund(Person.ADMIN, id, "r0", "{\"reason\":\"x\"}").problem())
                .isEqualTo("409 not-refundable");
        api.capture(id);
        String four = "{\"amount\":{\"amount\":\"4.00\",\"currency\":\"EUR\"},\"reason\":\"asked\"}";

        Answer part = refund(Person.ADMIN, id, "r1", four);
        Answer again = refund(Person.ADMIN, id, "r1", four);
        Answer rest = refund(Person.ADMIN, id, "r2", "{\"reason\":\"all of it\"}");

        assertThat(part.status()).isEqualTo(202);
        assertThat(part.at("/refund/status")).isEqualTo("pending");
        assertThat(part.at("/refund/amount/amount")).isEqualTo("4.00");
        assertThat(part.at("/donation/id")).isEqualTo(id);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.json().at("/refund")).isEqualTo(part.json().at("/refund"));
        assertThat(rest.at("/refund/amount/amount")).isEqualTo("6.00");
        assertThat(refund(Person.ADMIN, id, "r3", four).problem()).isEqualTo("422 exceeds-refundable");
        assertThat(refund(Person.ADMIN, id, "r1", "{\"reason\":\"x\"}").problem())
                .isEqualTo("422 idempotency-key-reused");
    }

    @Test
    void refunds_are_for_finance_and_in_the_currency_of_the_donation() {
        String id = api.donate(Person.EMPLOYEE, api.activeCampaign().id(), "10.00");

        assertThat(refund(Person.EMPLOYEE, id, "s1", "{\"reason\":\"x\"}").problem())
                .isEqualTo("403 forbidden");
        Answer dollars = refund(
                Person.ADMIN, id, "s2", "{\"amount\":{\"amount\":\"4.00\",\"currency\":\"USD\"},\"reason\":\"x\"}");
        assertThat(dollars.at("/errors/0/pointer")).isEqualTo("/amount/currency");
        assertThat(refund(Person.ADMIN, "1-2", "s3", "{\"reason\":\"x\"}").problem())
                .isEqualTo("404 not-found");
    }

    @Test
    void a_campaign_that_is_not_open_takes_nothing_and_names_the_reason() {
        Campaign active = api.activeCampaign();
        Campaign paused = api.put(api.action(active, new CampaignAction.Pause()));

        Answer closed = donate("d1", ApiFixture.donation(paused.id(), "25.00"));

        assertThat(closed.problem()).isEqualTo("409 campaign-closed");
        assertThat(closed.at("/errors/0/pointer")).isEqualTo("/campaignId");
        assertThat(closed.at("/detail")).contains("paused");
        assertThat(api.ledger.findByGuard("key:101:d1")).isEmpty();
        assertThat(donate("d2", ApiFixture.donation(999_999, "25.00")).problem())
                .isEqualTo("404 not-found");
        Campaign hidden = api.put(api.action(
                api.action(api.draft(api.content(Visibility.PRIVATE)), new CampaignAction.Submit()),
                new CampaignAction.Approve(Person.ADMIN.id)));
        assertThat(api.as(Person.COLLEAGUE, "POST", DONATIONS)
                        .key("d3")
                        .json(ApiFixture.donation(hidden.id(), "25.00"))
                        .send()
                        .problem())
                .isEqualTo("404 not-found");
    }

    @Test
    void limits_and_rates_are_named() {
        long campaign = api.activeCampaign().id();

        assertThat(donate("e1", ApiFixture.donation(campaign, "0.99")).problem())
                .isEqualTo("422 outside-limits");
        assertThat(donate("e2", ApiFixture.donation(campaign, "1.00")).status()).isEqualTo(201);
        assertThat(donate("e3", ApiFixture.donation(campaign, "1000000.01")).problem())
                .isEqualTo("422 outside-limits");
        assertThat(donate("e4", ApiFixture.donation(campaign, "25.00").replace("EUR", "CHF"))
                        .problem())
                .isEqualTo("422 no-exchange-rate");
    }

    @Test
    void while_the_database_is_down_a_pledge_is_answered_503_and_made_later_under_the_same_key() {
        long campaign = api.activeCampaign().id();
        api.ledger.down(true);
        Answer down;
        try {
            down = donate("f1", ApiFixture.donation(campaign, "25.00"));
        } finally {
            api.ledger.down(false);
        }

        assertThat(down.problem()).isEqualTo("503 unavailable");
        assertThat(down.header("Retry-After")).isEqualTo("2");
        assertThat(donate("f1", ApiFixture.donation(campaign, "25.00")).status())
                .isEqualTo(201);
    }

    @Test
    void guests_and_auditors_cannot_donate() {
        String body = ApiFixture.donation(api.activeCampaign().id(), "25.00");

        for (Person person : List.of(Person.GUEST, Person.AUDITOR)) {
            assertThat(api.as(person, "POST", DONATIONS)
                            .key("g1")
                            .json(body)
                            .send()
                            .problem())
                    .isEqualTo("403 forbidden");
        }
    }

    private static List<String> ids(Answer answer) {
        return StreamSupport.stream(answer.json().get("items").spliterator(), false)
                .map(item -> item.get("id").asText())
                .toList();
    }

    private Answer donate(String key, String body) {
        return api.as(Person.EMPLOYEE, "POST", DONATIONS).key(key).json(body).send();
    }

    private Answer refund(Person person, String id, String key, String body) {
        return api.as(person, "POST", DONATIONS + "/" + id + "/refunds")
                .key(key)
                .json(body)
                .send();
    }
}
