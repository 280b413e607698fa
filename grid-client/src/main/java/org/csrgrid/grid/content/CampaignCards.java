package org.csrgrid.grid.content;

import java.util.List;
import org.csrgrid.grid.campaign.CampaignPosition;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of campaigns in one language preference, without what they have raised.
 *
 * @param next where the next page begins, or null after the last
 * @param stamp differs if anything of the page does
 */
public record CampaignCards(List<Card> cards, @Nullable CampaignPosition next, long stamp) {

    public CampaignCards {
        cards = List.copyOf(cards);
    }

    /** A page with its stamp. */
    public static CampaignCards of(List<Card> cards, @Nullable CampaignPosition next) {
        return new CampaignCards(cards, next, CampaignCardsCodec.stamp(cards, next));
    }

    public List<Long> ids() {
        return cards.stream().map(Card::id).toList();
    }

    /**
     * A campaign as lists show it.
     *
     * @param currency of its totals
     * @param content a JSON object without its closing brace; nobody changes it
     */
    public record Card(long id, String currency, byte[] content) {}
}
