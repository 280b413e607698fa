package org.csrgrid.apinode.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.csrgrid.apinode.Answer;
import org.csrgrid.apinode.ApiFixture;
import org.csrgrid.apinode.CampaignBodies;
import org.csrgrid.apinode.Person;
import org.csrgrid.apinode.SharedApi;
import org.csrgrid.apinode.security.Operations.Operation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Fields the server decides are refused when a client sends them (mass assignment, also ASVS 15.3.3). */
@ExtendWith(SharedApi.class)
class Api3_2023_PropertyAuthorizationTest {

    private static final List<String> SERVER_OWNED = List.of(
            "id", "role", "roles", "status", "version", "organizerId", "donorId", "userId", "ownerId", "createdAt", "slug",
            "raised", "total", "refunded", "matched", "isAdmin", "permissions", "passwordHash", "approvedBy", "__proto__",
            "class", "@type", "_id");

    private final ApiFixture api;

    Api3_2023_PropertyAuthorizationTest(ApiFixture api) {
        this.api = api;
    }

    @TestFactory
    Stream<DynamicTest> Asvs_15_3_3_a_field_too_many_is_refused_by_name_wherever_a_body_is_taken() {
        String campaign = CampaignBodies.valid(ApiFixture.ACTIVE_ORGANIZATION, api.clock.instant());
        String donation = ApiFixture.donation(api.activeCampaign().id(), "25.00");
        String login = "{\"email\":\"a@example.org\",\"password\":\"x\"}";
        return SERVER_OWNED.stream()
                .flatMap(field -> Stream.of(
                        added("/api/v1/campaigns", campaign, field),
                        added("/api/v1/donations", donation, field),
                        added("/api/v1/auth/login", login, field)));
    }

    private DynamicTest added(String path, String body, String field) {
        return dynamicTest(field + " to " + path, () -> {
            Answer answer = api.as(Person.EMPLOYEE, "POST", path)
                    .key("mass-" + field)
                    .json(body.replaceFirst("\\{", "{\"" + field + "\":\"admin\","))
                    .send();

            assertThat(answer.problem()).isEqualTo("422 invalid-request");
            assertThat(answer.at("/errors/0/pointer")).isEqualTo("/" + field);
        });
    }

    @TestFactory
    Stream<DynamicTest> Asvs_15_3_3_no_operation_takes_a_body_of_only_such_fields() {
        String campaign = "/" + api.activeCampaign().id();
        return Operations.of(api).all().stream()
                .filter(operation -> operation.description().get("requestBody") != null)
                .map(operation -> dynamicTest(operation.toString(), () -> refusesAll(operation, campaign)));
    }

    private void refusesAll(Operation operation, String campaign) {
        String path = Operations.fill(operation.path().replace("/campaigns/{id}", "/campaigns" + campaign), "1");
        for (String field : SERVER_OWNED) {
            Answer answer = api.as(Person.ADMIN, operation.method(), path)
                    .key("mass")
                    .with("If-Match", "\"v3-0-en-r\"")
                    .json("{\"" + field + "\":\"admin\"}")
                    .send();
            assertThat(answer.status()).as(answer.text()).isBetween(400, 428);
        }
    }

    @Test
    void Api3_2023_what_only_administrators_set_is_refused_from_others_and_answers_hide_what_is_not_ones_own() {
        String campaign = CampaignBodies.valid(ApiFixture.ACTIVE_ORGANIZATION, api.clock.instant());
        Answer featured = api.as(Person.EMPLOYEE, "POST", "/api/v1/campaigns")
                .key("featured")
                .json(campaign.replaceFirst("\\{", "{\"featured\":true,"))
                .send();
        String me = api.as(Person.EMPLOYEE, "GET", "/api/v1/auth/me").send().text();

        assertThat(featured.status()).isIn(403, 422);
        assertThat(me).doesNotContain("passwordHash", "$argon2");
    }
}
