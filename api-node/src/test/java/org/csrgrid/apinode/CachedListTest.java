package org.csrgrid.apinode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignAction;
import org.csrgrid.domain.campaign.Visibility;
import org.csrgrid.domain.organization.Organization;
import org.csrgrid.grid.cache.LayerStatistics;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.content.CachedContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lists of campaigns and profiles of organizations come from the cache, are never older than a change, and show to nobody what is not for them. */
@ExtendWith(SharedApi.class)
class CachedListTest {

    private static final Duration SOON = Duration.ofMillis(500);
    private static final String LIST = "/api/v1/campaigns?sort=largest_goal&limit=100";

    private final ApiFixture api;

    CachedListTest(ApiFixture api) {
        this.api = api;
    }

    @Test
    void a_list_is_loaded_once_whatever_order_its_parameters_have() {
        api.activeCampaign();
        api.get(LIST).send();
        long loads = loads(CachedContent.CAMPAIGNS);

        Answer again = api.get(LIST).send();
        Answer turned = api.get("/api/v1/campaigns?limit=100&sort=largest_goal").send();

        assertThat(loads(CachedContent.CAMPAIGNS)).isEqualTo(loads);
        assertThat(turned.json().get("items")).isEqualTo(again.json().get("items"));
        assertThat(api.get(LIST).with("Accept-Language", "nl").send().at("/items/0/language"))
                .isEqualTo("nl");
        assertThat(loads(CachedContent.CAMPAIGNS)).isEqualTo(loads + 1);
    }

    @Test
    void a_list_that_has_not_changed_is_not_sent_again_and_nothing_is_loaded() {
        api.activeCampaign();
        String tag = api.get(LIST).send().header("ETag");
        long loads = loads(CachedContent.CAMPAIGNS);

        Answer answer = api.get(LIST).with("If-None-Match", tag).send();

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.text()).isEmpty();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(loads(CachedContent.CAMPAIGNS)).isEqualTo(loads);
    }

    @Test
    void what_has_been_raised_is_live_on_a_list_from_the_cache() {
        Campaign campaign = api.activeCampaign();
        Answer before = api.get(LIST).send();
        long loads = loads(CachedContent.CAMPAIGNS);

        api.raise(campaign.id(), 4_321);

        Answer after = await().pollInterval(Duration.ofMillis(1))
                .atMost(SOON)
                .until(
                        () -> api.get(LIST)
                                .with("If-None-Match", before.header("ETag"))
                                .send(),
                        answer -> answer.status() == 200);
        assertThat(item(after, campaign.id()).at("/totals/raised/amount").asText())
                .isEqualTo("43.21");
        assertThat(loads(CachedContent.CAMPAIGNS)).isEqualTo(loads);
    }

    /** Twenty times, since a list that were only soon right would be right by chance now and then. */
    @Test
    void who_changes_a_campaign_sees_it_in_every_list_at_once() {
        Campaign campaign = api.activeCampaign();
        String path = "/api/v1/campaigns/" + campaign.id();
        List<String> lists = List.of(
                LIST,
                "/api/v1/campaigns?limit=100&organization=" + ApiFixture.ACTIVE_ORGANIZATION,
                "/api/v1/campaigns?limit=100&organizer=" + Person.EMPLOYEE.id);
        for (int change = 0; change < 20; change++) {
            lists.forEach(list -> api.get(list).send());
            String title = "Title " + change;
            patch(path, title);
            lists.forEach(list -> assertThat(item(api.get(list).send(), campaign.id())
                            .at("/title")
                            .asText())
                    .as(list)
                    .isEqualTo(title));
        }
    }

    @Test
    void another_node_hears_of_a_change_within_milliseconds() {
        Campaign campaign = api.activeCampaign();
        try (ApiNode other = api.another(Map.of())) {
            new Call(other.port(), "GET", LIST).send();

            patch("/api/v1/campaigns/" + campaign.id(), "Told to all");

            await().pollInterval(Duration.ofMillis(1)).atMost(SOON).until(() -> item(
                            new Call(other.port(), "GET", LIST).send(), campaign.id())
                    .at("/title")
                    .asText()
                    .equals("Told to all"));
        }
    }

    @Test
    void a_new_campaign_is_in_its_organizers_list_at_once_and_in_nobody_elses() {
        String list = "/api/v1/campaigns?limit=100&status=draft";
        assertThat(ids(api.as(Person.COLLEAGUE, "GET", list).send())).isEmpty();
        assertThat(api.as(Person.COLLEAGUE, "GET", LIST).send().status()).isEqualTo(200);

        Answer created = api.as(Person.COLLEAGUE, "POST", "/api/v1/campaigns")
                .key(UUID.randomUUID().toString())
                .json(CampaignBodies.valid(ApiFixture.ACTIVE_ORGANIZATION, api.clock.instant()))
                .send();

        String id = created.at("/id");
        assertThat(ids(api.as(Person.COLLEAGUE, "GET", list).send())).containsExactly(id);
        assertThat(ids(api.as(Person.GUEST, "GET", list).send())).isEmpty();
        assertThat(ids(api.as(Person.MANAGER, "GET", list).send())).doesNotContain(id);
        assertThat(ids(api.get(list).send())).isEmpty();
        assertThat(ids(api.as(Person.ORGANIZATION_ADMIN, "GET", list).send())).contains(id);
        assertThat(ids(api.as(Person.ADMIN, "GET", list).send())).contains(id);
    }

    @Test
    void people_who_run_nothing_share_a_list_and_people_not_signed_in_have_another() {
        Campaign hidden = api.put(api.action(
                api.action(api.draft(api.content(Visibility.ORGANIZATION)), new CampaignAction.Submit()),
                new CampaignAction.Approve(Person.ADMIN.id)));
        String list = "/api/v1/campaigns?limit=100&sort=ending_soon&category=water";
        Answer first = api.as(Person.GUEST, "GET", list).send();
        api.as(Person.AUDITOR, "GET", "/api/v1/campaigns?limit=1").send();
        long loads = loads(CachedContent.CAMPAIGNS);

        Answer second = api.as(Person.AUDITOR, "GET", list).send();

        assertThat(loads(CachedContent.CAMPAIGNS)).isEqualTo(loads);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(ids(second)).contains(Long.toString(hidden.id()));
        assertThat(ids(api.get(list).send())).doesNotContain(Long.toString(hidden.id()));
    }

    @Test
    void a_profile_is_loaded_once_per_language_until_its_organization_changes() {
        long id = 21;
        api.grid.getMap(GridMaps.ORGANIZATIONS).set(id, organization(id, "Before"));
        api.caches().content().organizationChanged(id);
        String path = "/api/v1/organizations/" + id;
        Answer first = api.get(path).send();
        long loads = loads(CachedContent.ORGANIZATIONS);

        assertThat(api.get(path)
                        .with("If-None-Match", first.header("ETag"))
                        .send()
                        .status())
                .isEqualTo(304);
        assertThat(loads(CachedContent.ORGANIZATIONS)).isEqualTo(loads);
        api.grid.getMap(GridMaps.ORGANIZATIONS).set(id, organization(id, "After"));
        api.caches().content().organizationChanged(id);

        await().atMost(SOON).untilAsserted(() -> assertThat(api.get(path).send().at("/name"))
                .isEqualTo("After"));
        assertThat(first.header("ETag")).startsWith("\"v1-");
    }

    private Organization organization(long id, String name) {
        Organization other =
                (Organization) api.grid.getMap(GridMaps.ORGANIZATIONS).get(ApiFixture.ACTIVE_ORGANIZATION);
        return new Organization(
                id,
                name,
                other.mission(),
                "REG-" + id,
                "TAX-" + id,
                other.category(),
                other.country(),
                other.city(),
                null,
                null,
                Organization.Status.ACTIVE,
                other.createdAt(),
                other.updatedAt(),
                1);
    }

    private void patch(String path, String title) {
        String tag = api.as(Person.EMPLOYEE, "GET", path).send().header("ETag");
        Answer patched = api.as(Person.EMPLOYEE, "PATCH", path)
                .with("Content-Type", "application/merge-patch+json")
                .with("If-Match", tag)
                .bytes("{\"title\":{\"en\":\"%s\"}}".formatted(title).getBytes())
                .send();
        assertThat(patched.status()).isEqualTo(200);
    }

    private static JsonNode item(Answer list, long id) {
        return StreamSupport.stream(list.json().get("items").spliterator(), false)
                .filter(item -> item.get("id").asText().equals(Long.toString(id)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(Answer answer) {
        return StreamSupport.stream(answer.json().get("items").spliterator(), false)
                .map(item -> item.get("id").asText())
                .toList();
    }

    private long loads(String layer) {
        LayerStatistics statistics = api.caches().caches().statistics().get(layer);
        return statistics.loads();
    }
}
