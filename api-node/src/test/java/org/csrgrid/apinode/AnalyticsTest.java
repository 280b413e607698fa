package org.csrgrid.apinode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.csrgrid.domain.analytics.Widget;
import org.csrgrid.domain.campaign.Campaign;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statistics, widgets and the cache they go through. */
@ExtendWith(SharedApi.class)
class AnalyticsTest {

    private static final String WIDGETS = "/api/v1/analytics/widgets";
    private static final String CACHES = "/api/v1/caches";

    private final ApiFixture api;

    AnalyticsTest(ApiFixture api) {
        this.api = api;
    }

    @BeforeEach
    void clear() {
        assertThat(api.as(Person.ADMIN, "DELETE", CACHES + "/widgets").send().status())
                .isEqualTo(204);
    }

    /** One row per route: the statuses of somebody not signed in, an employee, a manager, an auditor and an administrator. */
    @ParameterizedTest
    @CsvSource({
        "GET, /analytics/widgets, 401, 403, 200, 200, 200",
        "GET, /analytics/widgets/categories, 401, 403, 200, 200, 200",
        "GET, /caches, 401, 403, 403, 403, 200",
        "DELETE, /caches/none, 401, 403, 403, 403, 404",
        "GET, /campaigns/1/statistics, 404, 404, 404, 404, 404"
    })
    void every_role_may_what_its_row_says(
            String method, String path, int nobody, int employee, int manager, int auditor, int administrator) {
        assertThat(api.call(method, "/api/v1" + path).send().status()).isEqualTo(nobody);
        assertThat(status(Person.EMPLOYEE, method, path)).isEqualTo(employee);
        assertThat(status(Person.ORGANIZATION_ADMIN, method, path)).isEqualTo(employee);
        assertThat(status(Person.GUEST, method, path)).isEqualTo(employee);
        assertThat(status(Person.MANAGER, method, path)).isEqualTo(manager);
        assertThat(status(Person.AUDITOR, method, path)).isEqualTo(auditor);
        assertThat(status(Person.ADMIN, method, path)).isEqualTo(administrator);
    }

    private int status(Person person, String method, String path) {
        return api.as(person, method, "/api/v1" + path).send().status();
    }

    @Test
    void a_widget_is_computed_once_and_for_each_range_of_its_own() {
        int before = api.analytics.widgetsRead.get();

        Answer first = widget("/success-rate?range=week");
        Answer second = widget("/success-rate?range=week");
        widget("/success-rate?range=year");

        assertThat(api.analytics.widgetsRead.get()).isEqualTo(before + 2);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(first.at("/range")).isEqualTo("week");
        assertThat(first.json().at("/freshSeconds").asInt()).isEqualTo(300);
        assertThat(first.json().at("/series/0/points/0/value").asInt()).isEqualTo(3);
        assertThat(first.at("/series/1/points/0/value")).isEqualTo("12.50");
        assertThat(first.json().at("/series/2/points/0/value").asDouble()).isEqualTo(99.5);
    }

    @Test
    void donors_have_their_names_of_now() {
        Answer answer = widget("/top-donors");

        assertThat(answer.at("/series/0/points/0/donorName")).isEqualTo("Name of COLLEAGUE");
        assertThat(answer.at("/range")).isEqualTo("month");
    }

    @Test
    void every_widget_of_the_list_is_where_its_link_says() {
        Answer list = widget("");

        assertThat(list.json().get("items")).hasSize(Widget.values().length);
        list.json().get("items").findValuesAsText("self").forEach(link -> assertThat(
                        api.as(Person.MANAGER, "GET", link).send().status())
                .isEqualTo(200));
    }

    @Test
    void unknown_widgets_and_ranges_are_refused() {
        Answer range = widget("/categories?range=decade");

        assertThat(widget("/conversion-funnel").problem()).isEqualTo("404 not-found");
        assertThat(range.problem()).isEqualTo("400 invalid-parameter");
        assertThat(range.at("/errors/0/parameter")).isEqualTo("range");
        assertThat(range.at("/errors/0/detail")).isEqualTo("expected: day, month, quarter, week, year");
        assertThat(widget("/categories?from=1").at("/errors/0/parameter")).isEqualTo("from");
    }

    @Test
    void without_a_database_what_was_not_computed_before_is_unavailable() {
        api.analytics.down = true;
        try {
            assertThat(widget("/engagement?range=quarter").problem()).isEqualTo("503 unavailable");
        } finally {
            api.analytics.down = false;
        }
    }

    @Test
    void a_campaigns_statistics_are_computed_once_while_its_totals_move() {
        Campaign campaign = api.activeCampaign();
        api.capture(api.donate(Person.COLLEAGUE, campaign.id(), "5.00"));
        api.raise(campaign.id(), 500);
        int before = api.analytics.statisticsRead.get();

        Answer first = statistics(campaign);
        api.raise(campaign.id(), 700);
        await().untilAsserted(() ->
                assertThat(statistics(campaign).at("/totals/raised/amount")).isEqualTo("12.00"));

        assertThat(api.analytics.statisticsRead.get()).isEqualTo(before + 1);
        assertThat(first.at("/totals/raised/amount")).isEqualTo("5.00");
        assertThat(first.json().get("donors").asInt()).isEqualTo(1);
        assertThat(first.at("/average/amount")).isEqualTo("5.00");
        assertThat(first.at("/methods/0/method")).isEqualTo("card");
    }

    @Test
    void a_changed_campaign_is_computed_anew() {
        Campaign campaign = api.activeCampaign();
        assertThat(statistics(campaign).json().get("donations").asInt()).isZero();
        api.capture(api.donate(Person.COLLEAGUE, campaign.id(), "5.00"));

        Answer paused = api.as(Person.EMPLOYEE, "POST", "/api/v1/campaigns/" + campaign.id() + "/pause")
                .with("If-Match", "\"v" + campaign.version() + "\"")
                .send();

        assertThat(paused.status()).isEqualTo(200);
        await().untilAsserted(() ->
                assertThat(statistics(campaign).json().get("donations").asInt()).isEqualTo(1));
    }

    @Test
    void what_the_cache_does_is_shown_and_among_the_metrics() {
        widget("/time-of-day");
        widget("/time-of-day");

        Answer layers = api.as(Person.ADMIN, "GET", CACHES).send();

        List<String> names = layers.json().get("items").findValuesAsText("layer");
        String widgets = "/items/" + names.indexOf("widgets");
        assertThat(names).isSorted().contains("campaigns", "donations", "organizations", "translations", "widgets");
        assertThat(layers.json().at(widgets + "/nearHits").asLong()).isPositive();
        assertThat(layers.json().at(widgets + "/healthScore").asInt()).isBetween(1, 100);
        assertThat(api.get("/observe/metrics").send().text()).containsPattern("csr_cache_loads\\{.*layer=\"widgets\"");
    }

    @Test
    void a_cleared_layer_is_computed_anew() {
        widget("/time-of-day");
        int before = api.analytics.widgetsRead.get();
        clear();
        widget("/time-of-day");

        assertThat(api.analytics.widgetsRead.get()).isEqualTo(before + 1);
    }

    private Answer widget(String path) {
        return api.as(Person.MANAGER, "GET", WIDGETS + path).send();
    }

    private Answer statistics(Campaign campaign) {
        return api.get("/api/v1/campaigns/" + campaign.id() + "/statistics").send();
    }
}
