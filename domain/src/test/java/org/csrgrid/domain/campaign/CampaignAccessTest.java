package org.csrgrid.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.csrgrid.domain.Samples.ORGANIZATION;
import static org.csrgrid.domain.Samples.ORGANIZER;
import static org.csrgrid.domain.Samples.campaign;
import static org.csrgrid.domain.Samples.content;
import static org.csrgrid.domain.Samples.euros;
import static org.csrgrid.domain.Samples.viewer;

import java.util.Set;
import org.csrgrid.domain.user.Role;
import org.csrgrid.domain.user.Viewer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CampaignAccessTest {

    @ParameterizedTest
    @CsvSource({
        // who, sees public, sees organization, sees private, sees a draft, runs, approves
        "anonymous,          true, false, false, false, false, false",
        "employee,           true, true,  false, false, false, false",
        "manager,            true, true,  false, false, false, false",
        "organizer,          true, true,  true,  true,  true,  false",
        "organization_admin, true, true,  true,  true,  true,  false",
        "foreign_admin,      true, true,  false, false, false, false",
        "admin,              true, true,  true,  true,  true,  true",
        "super_admin,        true, true,  true,  true,  true,  true",
        "auditor,            true, true,  false, false, false, false",
        "organizing_admin,   true, true,  true,  true,  true,  false"
    })
    void each_role_sees_and_does_exactly_this(
            String who,
            boolean seesPublic,
            boolean seesOrganization,
            boolean seesPrivate,
            boolean seesDraft,
            boolean runs,
            boolean approves) {
        Viewer viewer = named(who);
        Campaign pending = campaign(CampaignStatus.PENDING_APPROVAL);

        assertThat(CampaignAccess.maySee(active(Visibility.PUBLIC), viewer)).isEqualTo(seesPublic);
        assertThat(CampaignAccess.maySee(active(Visibility.ORGANIZATION), viewer))
                .isEqualTo(seesOrganization);
        assertThat(CampaignAccess.maySee(active(Visibility.PRIVATE), viewer)).isEqualTo(seesPrivate);
        assertThat(CampaignAccess.maySee(campaign(CampaignStatus.DRAFT), viewer))
                .isEqualTo(seesDraft);
        assertThat(CampaignAccess.mayRun(pending, viewer)).isEqualTo(runs);
        assertThat(CampaignAccess.mayAct(pending, new CampaignAction.Pause(), viewer))
                .isEqualTo(runs);
        assertThat(CampaignAccess.mayAct(pending, new CampaignAction.Approve(viewer.userId()), viewer))
                .isEqualTo(approves);
        assertThat(CampaignAccess.mayAct(pending, new CampaignAction.Reject(viewer.userId(), "no"), viewer))
                .isEqualTo(approves);
    }

    @ParameterizedTest
    @EnumSource
    void a_public_campaign_is_seen_by_everybody_once_it_is_published(CampaignStatus status) {
        boolean published = Set.of(
                        CampaignStatus.ACTIVE,
                        CampaignStatus.PAUSED,
                        CampaignStatus.COMPLETED,
                        CampaignStatus.CANCELLED,
                        CampaignStatus.EXPIRED)
                .contains(status);

        assertThat(CampaignAccess.maySee(campaign(status), Viewer.ANONYMOUS)).isEqualTo(published);
    }

    private static Campaign active(Visibility visibility) {
        return campaign(CampaignStatus.ACTIVE, content(euros(100_000), visibility));
    }

    private static Viewer named(String who) {
        return switch (who) {
            case "anonymous" -> Viewer.ANONYMOUS;
            case "organizer" -> viewer(ORGANIZER, Role.EMPLOYEE);
            case "organization_admin" -> new Viewer(5, Set.of(Role.ORGANIZATION_ADMIN), ORGANIZATION);
            case "foreign_admin" -> new Viewer(5, Set.of(Role.ORGANIZATION_ADMIN), ORGANIZATION + 1);
            case "organizing_admin" -> viewer(ORGANIZER, Role.ADMIN);
            default -> viewer(5, Role.fromJsonName(who).orElseThrow());
        };
    }
}
