package org.csrgrid.apinode.campaign;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignContent;
import org.csrgrid.domain.campaign.LocalizedText;
import org.csrgrid.domain.campaign.Matching;
import org.csrgrid.domain.money.Money;

/** An existing campaign in the form of a {@link CampaignRequest}, for a merge patch to change. */
final class CampaignForm {

    private CampaignForm() {}

    static ObjectNode of(Campaign campaign) {
        CampaignContent content = campaign.content();
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        form.put("organizationId", Long.toString(campaign.organizationId()));
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
        for (Map.Entry<String, String> entry : text.byLanguage().entrySet()) {
            node.put(entry.getKey(), entry.getValue());
        }
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
