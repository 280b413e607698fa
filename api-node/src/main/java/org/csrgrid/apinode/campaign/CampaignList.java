package org.csrgrid.apinode.campaign;

import io.helidon.webserver.http.ServerRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csrgrid.apinode.http.Cursors;
import org.csrgrid.apinode.http.Query;
import org.csrgrid.config.settings.ApiSettings;
import org.csrgrid.domain.campaign.CampaignStatus;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.campaign.CampaignPosition;
import org.csrgrid.grid.campaign.CampaignQuery;
import org.csrgrid.grid.campaign.CampaignSort;

/** The parameters of a campaign list: {@code ?status=active,paused&category=health&sort=ending_soon&limit=10&cursor=…}. */
record CampaignList(CampaignQuery query, CampaignSort sort) {

    private static final Set<String> PARAMETERS =
            Set.of("status", "organization", "organizer", "category", "featured", "sort", "limit", "cursor");
    private static final Map<String, CampaignStatus> STATUSES = Arrays.stream(CampaignStatus.values())
            .collect(Collectors.toMap(CampaignStatus::jsonName, Function.identity()));
    private static final Map<String, CampaignSort> SORTS =
            Arrays.stream(CampaignSort.values()).collect(Collectors.toMap(CampaignSort::jsonName, Function.identity()));

    static CampaignList of(ServerRequest request, Viewer viewer, Cursors cursors, ApiSettings settings) {
        Query query = Query.of(request, PARAMETERS);
        CampaignSort sort = query.oneOf("sort", SORTS, CampaignSort.NEWEST);
        CampaignPosition after = query.text("cursor")
                .map(cursor -> cursors.open(cursorName(sort), cursor))
                .map(position -> new CampaignPosition(position.primary(), position.id()))
                .orElse(null);
        return new CampaignList(
                new CampaignQuery(
                        viewer,
                        Set.copyOf(query.listOf("status", STATUSES)),
                        query.id("organization"),
                        query.id("organizer"),
                        query.text("category").orElse(null),
                        query.flag("featured"),
                        sort,
                        after,
                        query.limit(settings)),
                sort);
    }

    Optional<String> cursor(Cursors cursors, Optional<CampaignPosition> next) {
        return next.map(
                position -> cursors.seal(cursorName(sort), new Cursors.Position(position.primary(), position.id())));
    }

    private static String cursorName(CampaignSort sort) {
        return "campaigns:" + sort.jsonName();
    }
}
