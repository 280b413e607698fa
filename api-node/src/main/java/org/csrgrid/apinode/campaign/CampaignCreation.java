package org.csrgrid.apinode.campaign;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.time.InstantSource;
import org.csrgrid.apinode.http.Headers;
import org.csrgrid.apinode.http.IdempotencyKey;
import org.csrgrid.apinode.http.RequestBody;
import org.csrgrid.apinode.http.Times;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.LocalizedText;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.campaign.CampaignGrid;
import org.csrgrid.grid.cluster.GridIds;
import org.csrgrid.grid.creation.Creation;
import org.csrgrid.grid.creation.CreationGrid;
import org.csrgrid.grid.organization.OrganizationGrid;

/**
 * Makes a campaign once per person and idempotency key.
 *
 * <ol>
 *   <li>The key is reserved with a new id and the time. If the process dies before, nothing has happened.
 *   <li>The draft is made of the request, that id and that time, and added unless it is there. If the process dies before, the client's repeat makes the
 *       very same draft; without one nobody was told of it.
 * </ol>
 *
 * A repeat is answered with the draft as it was first, whatever became of it since.
 */
final class CampaignCreation {

    private final CampaignGrid campaigns;
    private final OrganizationGrid organizations;
    private final CreationGrid creations;
    private final GridIds ids;
    private final CampaignAnswers answers;
    private final RequestBody bodies;
    private final InstantSource clock;

    CampaignCreation(
            CampaignService.Sources sources, CampaignAnswers answers, RequestBody bodies, InstantSource clock) {
        campaigns = sources.campaigns();
        organizations = sources.organizations();
        creations = sources.creations();
        ids = sources.ids();
        this.answers = answers;
        this.bodies = bodies;
        this.clock = clock;
    }

    void create(ServerRequest request, ServerResponse response, Viewer viewer) {
        CampaignRequest wanted = bodies.read(request, CampaignRequest.class);
        IdempotencyKey key = IdempotencyKey.of(
                request,
                json -> json.writeRaw(CampaignForm.of(wanted.organizationId(), wanted.content())
                        .toString()));
        long newId = ids.next();
        Creation creation =
                creations.find(viewer.userId(), key.key()).orElseGet(() -> reserve(wanted, newId, key, viewer));
        if (!creation.fingerprint().equals(key.fingerprint())) {
            throw IdempotencyKey.reused().asException();
        }
        Campaign draft = draft(wanted, creation);
        campaigns.create(draft);
        if (creation.id() != newId) {
            response.header(Headers.REPLAYED);
        }
        answers.created(request, response, viewer, draft);
    }

    private Creation reserve(CampaignRequest wanted, long newId, IdempotencyKey key, Viewer viewer) {
        Instant now = Times.now(clock);
        requirePossible(wanted, viewer, now);
        return creations.reserve(new Creation(newId, viewer.userId(), key.key(), key.fingerprint(), now));
    }

    private void requirePossible(CampaignRequest wanted, Viewer viewer, Instant now) {
        if (organizations.find(wanted.organizationId()).isEmpty()) {
            throw CampaignService.invalid("/organizationId", "expected: an organization that exists");
        }
        if (!wanted.content().endsAt().isAfter(now)) {
            throw CampaignService.invalid("/endsAt", "expected: in the future");
        }
        CampaignService.requirePromotion(null, wanted.content(), viewer);
    }

    private static Campaign draft(CampaignRequest wanted, Creation creation) {
        String slug = Slugs.of(wanted.content().title().in(LocalizedText.FALLBACK), creation.id());
        return Campaign.draft(
                creation.id(), wanted.organizationId(), creation.userId(), slug, wanted.content(), creation.at());
    }
}
