package org.csrgrid.apinode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.dashboard.DashboardJobs;
import org.csrgrid.grid.job.JobKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SharedApi.class)
class DashboardTest {

    private static final String DASHBOARD = "/api/v1/dashboard";

    private final ApiFixture api;

    DashboardTest(ApiFixture api) {
        this.api = api;
    }

    @BeforeEach
    void clear() {
        assertThat(api.as(Person.ADMIN, "DELETE", "/api/v1/caches/users").send().status())
                .isEqualTo(204);
    }

    @Test
    void a_dashboard_is_computed_once_and_its_standings_once_for_all() {
        int before = api.analytics.piecesRead.get();

        Answer first = dashboard(Person.EMPLOYEE);
        dashboard(Person.EMPLOYEE);
        Answer others = dashboard(Person.COLLEAGUE);

        assertThat(api.analytics.piecesRead.get()).isEqualTo(before + 4 + 3);
        assertThat(first.at("/ranking/0/rank")).isEqualTo("2");
        assertThat(first.at("/ranking/0/donors")).isEqualTo("7");
        assertThat(others.at("/ranking/0/rank")).isEqualTo("1");
        assertThat(dashboard(Person.AUDITOR).json().at("/ranking/0/rank").isNull())
                .isTrue();
        assertThat(first.at("/leaderboard/0/donorName")).isEqualTo("Name of COLLEAGUE");
        assertThat(first.at("/leaderboard/0/amount/amount")).isEqualTo("9.00");
    }

    @Test
    void everybody_gets_their_own_figures_and_a_tag_of_their_own() {
        api.donate(Person.COLLEAGUE, api.activeCampaign().id(), "5.00");

        Answer one = dashboard(Person.COLLEAGUE);
        Answer other = dashboard(Person.AUDITOR);

        assertThat(one.at("/statistics/series/0/points/0/value")).isNotEqualTo("0.00");
        assertThat(other.at("/statistics/series/0/points/0/value")).isEqualTo("0.00");
        assertThat(one.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(other.header("ETag")).isNotEqualTo(one.header("ETag"));
    }

    @Test
    void what_has_not_changed_is_not_sent_again_and_nothing_is_computed() {
        String tag = dashboard(Person.EMPLOYEE).header("ETag");
        int before = api.analytics.piecesRead.get();

        Answer answer = api.as(Person.EMPLOYEE, "GET", DASHBOARD)
                .with("If-None-Match", tag)
                .send();

        assertThat(answer.status()).isEqualTo(304);
        assertThat(api.analytics.piecesRead.get()).isEqualTo(before);
    }

    @Test
    void what_is_forgotten_is_computed_anew_but_for_the_standings() {
        dashboard(Person.EMPLOYEE);
        dashboard(Person.COLLEAGUE);
        int before = api.analytics.piecesRead.get();

        assertThat(api.as(Person.EMPLOYEE, "DELETE", DASHBOARD).send().status()).isEqualTo(204);
        assertThat(fresh(Person.EMPLOYEE)).containsExactly("false", "false", "false", "true", "true");
        dashboard(Person.COLLEAGUE);
        assertThat(api.analytics.piecesRead.get()).isEqualTo(before);
        dashboard(Person.EMPLOYEE);
        assertThat(api.analytics.piecesRead.get()).isEqualTo(before + 3);
    }

    @Test
    void the_status_says_what_is_computed_without_computing_it() {
        int before = api.analytics.piecesRead.get();

        assertThat(fresh(Person.MANAGER)).containsOnly("false").hasSize(5);
        assertThat(api.analytics.piecesRead.get()).isEqualTo(before);
        dashboard(Person.MANAGER);
        assertThat(fresh(Person.MANAGER)).containsOnly("true").hasSize(5);
    }

    @Test
    void one_job_computes_a_dashboard_however_often_it_is_asked_for_and_its_owner_follows_it() {
        Answer first = api.as(Person.EMPLOYEE, "POST", DASHBOARD + "/warm").send();
        Answer second = api.as(Person.EMPLOYEE, "POST", DASHBOARD + "/warm").send();

        assertThat(first.status()).isEqualTo(202);
        assertThat(second.at("/job")).isEqualTo(first.at("/job")).isEqualTo(first.header("Location"));
        Job job = (Job) api.grid
                .getMap(GridMaps.JOBS)
                .get(JobKey.of(DashboardJobs.warm(Person.EMPLOYEE.id, api.clock.instant())));
        assertThat(job.request().ownerId()).isEqualTo(Person.EMPLOYEE.id);
        assertThat(api.as(Person.EMPLOYEE, "GET", first.at("/job")).send().status())
                .isEqualTo(200);
        assertThat(api.as(Person.COLLEAGUE, "GET", first.at("/job")).send().status())
                .isEqualTo(404);
        assertThat(status(Person.EMPLOYEE).at("/job/state")).isEqualTo("ready");
    }

    @ParameterizedTest
    @CsvSource({"GET, ''", "DELETE, ''", "GET, /status", "POST, /warm"})
    void nobody_has_a_dashboard_without_signing_in(String method, String path) {
        assertThat(api.call(method, DASHBOARD + path).send().problem()).isEqualTo("401 unauthenticated");
    }

    private Answer dashboard(Person person) {
        Answer answer = api.as(person, "GET", DASHBOARD).send();
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    private Answer status(Person person) {
        return api.as(person, "GET", DASHBOARD + "/status").send();
    }

    private List<String> fresh(Person person) {
        return status(person).json().get("pieces").findValuesAsText("fresh");
    }
}
