package org.csrgrid.apinode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignAction;
import org.csrgrid.domain.campaign.CampaignContent;
import org.csrgrid.domain.campaign.LocalizedText;
import org.csrgrid.domain.campaign.Visibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers say of how they may be kept, whether what is kept still holds, and in which coding they come. */
@ExtendWith(SharedApi.class)
class HttpCacheTest {

    private static final Set<String> PRIVATE = Set.of("no-store", "private, no-cache");
    private static final String BY_ALL = "Accept-Language, Authorization, Accept-Encoding";

    private final ApiFixture api;

    HttpCacheTest(ApiFixture api) {
        this.api = api;
    }

    /** One row per route that may be kept: what somebody not signed in is told, what an administrator is told, and what it varies by. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/campaigns                 | no-cache               | private, no-cache      | Accept-Language, Authorization, Accept-Encoding
            /api/v1/campaigns/{campaign}      | no-cache               | private, no-cache      | Accept-Language, Authorization, Accept-Encoding
            /api/v1/organizations             | no-cache               | no-cache               | Accept-Language, Accept-Encoding
            /api/v1/organizations/11          | no-cache               | no-cache               | Accept-Language, Accept-Encoding
            /api/v1/translations/nl           | public, max-age=3600   | public, max-age=3600   | Accept-Encoding
            /docs                             | no-cache               | no-cache               | Accept-Encoding
            /docs/start.js                    | no-cache               | no-cache               | Accept-Encoding
            /docs/swagger-ui.css              | public, max-age=86400  | public, max-age=86400  | Accept-Encoding
            /openapi.yaml                     | no-cache               | no-cache               | Accept-Encoding
            /problems/not-found               | public, max-age=86400  | public, max-age=86400  | Accept-Encoding
            """)
    void what_may_be_kept_says_by_whom_for_how_long_and_what_it_depends_on(
            String path, String nobody, String administrator, String vary) {
        String place =
                path.replace("{campaign}", Long.toString(api.activeCampaign().id()));
        Answer open = api.get(place).send();
        Answer signedIn = api.as(Person.ADMIN, "GET", place).send();

        assertThat(open.status()).isEqualTo(200);
        assertThat(open.header("Cache-Control")).isEqualTo(nobody);
        assertThat(signedIn.header("Cache-Control")).isEqualTo(administrator);
        assertThat(open.header("Vary")).isEqualTo(vary);
    }

    /** Routes that come later are private unless the table above says otherwise. */
    @Test
    void whatever_is_answered_to_somebody_signed_in_is_kept_by_nobody_else_and_not_unasked() {
        for (String route : RecordedRoutes.of(api)) {
            if (route.startsWith("GET /api/")) {
                String path = route.substring(4).replaceAll("\\{[a-z]+}", "1");
                Answer answer = api.as(Person.ADMIN, "GET", path).send();
                String kept = answer.header("Cache-Control");
                boolean open = path.startsWith("/api/v1/organizations") || path.startsWith("/api/v1/translations");
                assertThat(open || PRIVATE.contains(kept))
                        .as(path + ": " + kept)
                        .isTrue();
                assertThat(kept.equals("no-store") || answer.header("ETag") != null || kept.contains("max-age"))
                        .as(path)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nothing, 404",
        "GET, /api/v1/campaigns/999999, 404",
        "GET, /api/v1/campaigns?limit=0, 400",
        "GET, /api/v1/organizations/999999, 404",
        "GET, /api/v1/jobs, 401",
        "PUT, /api/v1/campaigns, 405",
        "POST, /api/v1/auth/login, 415"
    })
    void errors_are_kept_by_nobody(String method, String path, int status) {
        Answer answer = api.call(method, path).send();

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("ETag")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/campaigns?status=active", "/openapi.yaml", "/api/v1/translations/fr", "{campaign}"})
    void a_compressed_answer_is_the_same_answer_with_a_tag_of_its_own(String path) throws IOException {
        String place = path.replace("{campaign}", wordyCampaign());
        Answer plain = api.get(place).send();
        Answer compressed = compressed(place).send();

        assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(plain.header("Content-Encoding")).isNull();
        assertThat(compressed.response().body().length)
                .isLessThan(plain.response().body().length);
        assertThat(inflated(compressed)).isEqualTo(plain.text());
        assertThat(compressed.header("ETag")).isNotNull().isNotEqualTo(plain.header("ETag"));
        assertThat(compressed.header("Vary")).contains("Accept-Encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/campaigns?status=active", "/openapi.yaml", "/docs", "{campaign}"})
    void what_a_client_has_holds_for_its_coding_only(String path) {
        String place = path.replace("{campaign}", wordyCampaign());
        String plain = api.get(place).send().header("ETag");
        String compressed = compressed(place).send().header("ETag");

        assertThat(compressed(place).with("If-None-Match", compressed).send().status())
                .isEqualTo(304);
        assertThat(compressed(place).with("If-None-Match", plain).send().status())
                .isEqualTo(200);
        assertThat(api.get(place).with("If-None-Match", plain).send().status()).isEqualTo(304);
        assertThat(api.get(place).with("If-None-Match", compressed).send().status())
                .isEqualTo(200);
    }

    @Test
    void what_is_not_modified_says_again_how_it_may_be_kept() {
        String path = wordyCampaign();
        Answer first = api.as(Person.EMPLOYEE, "GET", path).send();

        Answer second = api.as(Person.EMPLOYEE, "GET", path)
                .with("If-None-Match", first.header("ETag"))
                .send();

        assertThat(second.status()).isEqualTo(304);
        assertThat(second.text()).isEmpty();
        assertThat(second.header("Vary")).isEqualTo(BY_ALL);
        assertThat(second.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void who_runs_a_campaign_does_not_get_the_tag_of_those_who_do_not() {
        String path = wordyCampaign();
        String organizers = api.as(Person.EMPLOYEE, "GET", path).send().header("ETag");

        assertThat(api.as(Person.COLLEAGUE, "GET", path)
                        .with("If-None-Match", organizers)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void small_answers_are_not_compressed() {
        assertThat(compressed("/api/v1/organizations/11").send().header("Content-Encoding"))
                .isNull();
        assertThat(compressed("/api/v1/campaigns/" + api.activeCampaign().id())
                        .send()
                        .header("Content-Encoding"))
                .isNull();
    }

    @Test
    void a_tag_of_a_compressed_answer_guards_changes_as_well() {
        String path = wordyCampaign();
        String tag = api.as(Person.EMPLOYEE, "GET", path)
                .with("Accept-Encoding", "gzip")
                .send()
                .header("ETag");

        assertThat(tag).endsWith("-gzip\"");
        assertThat(api.as(Person.EMPLOYEE, "POST", path + "/pause")
                        .with("If-Match", tag)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    private Call compressed(String path) {
        return api.get(path).with("Accept-Encoding", "gzip, deflate");
    }

    private static String inflated(Answer answer) throws IOException {
        try (var gzip =
                new GZIPInputStream(new ByteArrayInputStream(answer.response().body()))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The path of an active campaign with a long description. */
    private String wordyCampaign() {
        CampaignContent brief = api.content(Visibility.PUBLIC);
        var wordy = new CampaignContent(
                brief.title(),
                new LocalizedText(Map.of("en", "Wells for villages where there are none. ".repeat(50))),
                brief.goal(),
                brief.category(),
                brief.visibility(),
                brief.featured(),
                brief.priority(),
                brief.imageUrl(),
                brief.startsAt(),
                brief.endsAt(),
                brief.matching());
        Campaign campaign = api.put(api.action(
                api.action(api.draft(wordy), new CampaignAction.Submit()),
                new CampaignAction.Approve(Person.ADMIN.id)));
        return "/api/v1/campaigns/" + campaign.id();
    }
}
