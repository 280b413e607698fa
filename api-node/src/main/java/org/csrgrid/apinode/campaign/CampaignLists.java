package org.csrgrid.apinode.campaign;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csrgrid.apinode.http.Cursors;
import org.csrgrid.apinode.http.EntityTags;
import org.csrgrid.apinode.http.Headers;
import org.csrgrid.apinode.http.Languages;
import org.csrgrid.apinode.http.NextPage;
import org.csrgrid.config.settings.ApiSettings;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.domain.user.Viewer;
import org.csrgrid.grid.cache.Loaded;
import org.csrgrid.grid.campaign.CampaignGrid;
import org.csrgrid.grid.campaign.CampaignPage;
import org.csrgrid.grid.campaign.CampaignQuery;
import org.csrgrid.grid.content.CachedContent;
import org.csrgrid.grid.content.CampaignCards;
import org.csrgrid.grid.content.CampaignCards.Card;

/**
 * Lists of campaigns. What campaigns say comes from the cache, in which a page is found by its filters, order, place and languages and by what the viewer
 * may see; what they have raised is as it is now.
 */
final class CampaignLists {

    private final CampaignGrid campaigns;
    private final CachedContent content;
    private final Cursors cursors;
    private final ApiSettings settings;
    private final CampaignSight sight;
    private final CampaignPages pages = new CampaignPages();

    CampaignLists(CampaignGrid campaigns, CachedContent content, Cursors cursors, ApiSettings settings) {
        this.campaigns = campaigns;
        this.content = content;
        this.cursors = cursors;
        this.settings = settings;
        sight = new CampaignSight(campaigns, content);
    }

    void list(ServerRequest request, ServerResponse response, Viewer viewer) {
        CampaignList wanted = CampaignList.of(request, viewer, cursors, settings);
        CampaignSight.Seen seen = sight.of(viewer);
        List<String> languages = Languages.preferred(request);
        String key = key(wanted.query(), seen, languages);
        CampaignCards cards =
                content.campaigns(key, _ -> Loaded.value(load(wanted.query().seenBy(seen.viewer()), languages))
                        .tagged(tag(wanted.query())));
        Optional<String> next =
                NextPage.announce(request, response, wanted.cursor(cursors, Optional.ofNullable(cards.next())));
        CampaignPages.Page page = pages.page(key, next, cards, totals(cards));
        response.header(Headers.VARY_BY_LANGUAGE_AND_PERSON);
        response.header(viewer.isSignedIn() ? Headers.REVALIDATE_PRIVATELY : Headers.REVALIDATE);
        if (!EntityTags.isUnchanged(request, response, page.tag())) {
            response.header(Headers.JSON);
            page.body().send(response);
        }
    }

    /** The query's parts in one order, whatever order the client wrote them in. */
    private static String key(CampaignQuery query, CampaignSight.Seen seen, List<String> languages) {
        var statuses = query.statuses().stream().map(Enum::name).sorted().toList();
        var after = query.after();
        return "list:%s:%s:%s:%d:%d:%s:%d:%s:%s:%s"
                .formatted(
                        seen.name(),
                        String.join(",", languages),
                        String.join(",", statuses),
                        query.organizationId(),
                        query.organizerId(),
                        query.sort(),
                        query.limit(),
                        query.featuredOnly(),
                        after == null ? "" : after.primary() + "/" + after.id(),
                        query.category() == null ? "" : "=" + query.category());
    }

    /** One tag is enough: no campaign ever comes to another organization or organizer. */
    private static String tag(CampaignQuery query) {
        if (query.organizationId() != 0) {
            return CachedContent.ofOrganization(query.organizationId());
        }
        return query.organizerId() != 0 ? CachedContent.ofOrganizer(query.organizerId()) : CachedContent.LIST;
    }

    private CampaignCards load(CampaignQuery query, List<String> languages) {
        CampaignPage page = campaigns.list(query);
        return CampaignCards.of(
                page.campaigns().stream()
                        .map(campaign -> card(campaign, languages))
                        .toList(),
                page.next());
    }

    private static Card card(Campaign campaign, List<String> languages) {
        String language = Languages.choose(languages, campaign.content().title());
        return new Card(
                campaign.id(),
                campaign.content().goal().currencyCode(),
                RenderedCampaign.content(campaign, new CampaignVariant(language, false, true)));
    }

    /** In the order of the cards. */
    private List<CampaignTotals> totals(CampaignCards cards) {
        Map<Long, CampaignTotals> known = cards.cards().isEmpty() ? new HashMap<>() : campaigns.totals(cards.ids());
        return cards.cards().stream()
                .map(card -> Optional.ofNullable(known.get(card.id())).orElseGet(() -> none(card)))
                .toList();
    }

    private static CampaignTotals none(Card card) {
        return CampaignTotals.none(card.id(), Currency.getInstance(card.currency()));
    }
}
