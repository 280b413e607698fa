package org.csrgrid.apinode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedApi.class)
class CampaignDonationsTest {

    private final ApiFixture api;

    CampaignDonationsTest(ApiFixture api) {
        this.api = api;
    }

    @Test
    void everybody_sees_what_was_paid_and_only_people_signed_in_see_names() {
        String path = campaignWithOpenNamedAndAnonymousDonation();

        Answer anonymous = api.get(path).send();
        Answer colleague = api.as(Person.COLLEAGUE, "GET", path).send();

        assertThat(anonymous.json().get("items")).hasSize(2);
        assertThat(anonymous.text()).doesNotContain("Name of");
        assertThat(colleague.json().get("items").findValuesAsText("donorName"))
                .containsExactly("null", "Name of COLLEAGUE");
        assertThat(colleague.json().at("/items/0").has("id")).isFalse();
    }

    @Test
    void the_organizer_also_sees_what_is_open_but_not_who_hides_their_name() {
        String path = campaignWithOpenNamedAndAnonymousDonation();

        Answer organizer = api.as(Person.EMPLOYEE, "GET", path).send();

        assertThat(organizer.json().get("items").findValuesAsText("status"))
                .containsExactly("pending", "completed", "completed");
        assertThat(organizer.json().get("items").findValuesAsText("donorName"))
                .containsExactly("Name of EMPLOYEE", "null", "Name of COLLEAGUE");
    }

    @Test
    void an_auditor_sees_everything() {
        String path = campaignWithOpenNamedAndAnonymousDonation();

        Answer auditor = api.as(Person.AUDITOR, "GET", path).send();

        assertThat(auditor.json().get("items").findValuesAsText("donorName"))
                .containsExactly("Name of EMPLOYEE", "Name of ADMIN", "Name of COLLEAGUE");
        assertThat(auditor.json().at("/items/0").has("id")).isTrue();
    }

    private String campaignWithOpenNamedAndAnonymousDonation() {
        long campaign = api.activeCampaign().id();
        api.capture(api.donate(Person.COLLEAGUE, campaign, "5.00"));
        Answer anonymous = api.as(Person.ADMIN, "POST", "/api/v1/donations")
                .key("hidden-" + campaign)
                .json(ApiFixture.donation(campaign, "7.00").replace("\"method\"", "\"anonymous\":true,\"method\""))
                .send();
        api.capture(anonymous.at("/id"));
        api.donate(Person.EMPLOYEE, campaign, "6.00");
        return "/api/v1/campaigns/" + campaign + "/donations";
    }
}
