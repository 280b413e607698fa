package org.csrgrid.apinode.campaign;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import org.csrgrid.domain.campaign.CampaignContent;
import org.csrgrid.domain.campaign.LocalizedText;
import org.csrgrid.domain.campaign.Matching;
import org.csrgrid.domain.money.Money;

/** What a campaign says in the form of a {@link CampaignRequest}: for a merge patch to change, and for a request's fingerprint. */
final class CampaignForm {

    private CampaignForm() {}

    /** Always the same text for the same campaign, whatever order its languages came in. */
    static ObjectNode of(long organizationId, CampaignContent content) {
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        form.put("organizationId", Long.toString(organizationId));
        form.set("title", texts(content.title()));
        form.set("description", texts(content.description()));
        form.set("goal", money(content.goal()));
        form.put("category", content.category());
        form.put("visibility", content.visibility().jsonName());
        form.put("featured", content.featured());
        form.put("priority", content.priority());
        form.put("imageUrl", content.imageUrl());
        form.put("startsAt", content.startsAt().toString());
        form.put("endsAt", content.endsAt().toString());
        form.set("matching", matching(content.matching(), content.goal()));
        return form;
    }

    private static ObjectNode texts(LocalizedText text) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(text.byLanguage()).forEach(node::put);
        return node;
    }

    private static ObjectNode money(Money money) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("amount", money.toDecimal())
                .put("currency", money.currencyCode());
    }

    private static ObjectNode matching(Matching matching, Money goal) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("enabled", matching.enabled());
        node.put("ratePercent", matching.ratePercent());
        if (matching.capMinorUnits() > 0) {
            node.set("cap", money(goal.withMinorUnits(matching.capMinorUnits())));
        }
        return node;
    }
}
