package org.csrgrid.apinode.campaign;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignContent;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.domain.campaign.Decision;
import org.csrgrid.domain.campaign.LocalizedText;
import org.csrgrid.domain.campaign.Matching;

/** A campaign's members. What it says and what it has raised are written apart, because only the latter changes all the time. */
final class CampaignJson {

    private CampaignJson() {}

    static void writeContent(JsonGenerator json, Campaign campaign, CampaignVariant variant) throws IOException {
        CampaignContent content = campaign.content();
        json.writeStartObject();
        Json.id(json, "id", campaign.id());
        json.writeStringField("slug", campaign.slug());
        json.writeStringField("status", campaign.status().jsonName());
        json.writeStringField("language", variant.language());
        json.writeStringField("title", content.title().in(variant.language()));
        if (!variant.brief()) {
            json.writeStringField("description", content.description().in(variant.language()));
        }
        Json.money(json, "goal", content.goal());
        json.writeStringField("category", content.category());
        Json.id(json, "organizationId", campaign.organizationId());
        Json.id(json, "organizerId", campaign.organizerId());
        json.writeStringField("visibility", content.visibility().jsonName());
        json.writeBooleanField("featured", content.featured());
        json.writeNumberField("priority", content.priority());
        Json.text(json, "imageUrl", content.imageUrl());
        Json.time(json, "startsAt", content.startsAt());
        Json.time(json, "endsAt", content.endsAt());
        matching(json, content);
        Json.time(json, "createdAt", campaign.createdAt());
        Json.time(json, "updatedAt", campaign.updatedAt());
        if (variant.runs() && !variant.brief()) {
            forThoseWhoRunIt(json, campaign);
        }
        links(json, campaign.id());
        json.writeEndObject();
    }

    private static void matching(JsonGenerator json, CampaignContent content) throws IOException {
        Matching matching = content.matching();
        json.writeObjectFieldStart("matching");
        json.writeBooleanField("enabled", matching.enabled());
        json.writeNumberField("ratePercent", matching.ratePercent());
        if (matching.capMinorUnits() > 0) {
            Json.money(json, "cap", content.goal().withMinorUnits(matching.capMinorUnits()));
        } else {
            json.writeNullField("cap");
        }
        json.writeEndObject();
    }

    private static void forThoseWhoRunIt(JsonGenerator json, Campaign campaign) throws IOException {
        json.writeObjectFieldStart("translations");
        translations(json, "title", campaign.content().title());
        translations(json, "description", campaign.content().description());
        json.writeEndObject();
        Decision decision = campaign.decision();
        if (decision == null) {
            json.writeNullField("decision");
        } else {
            json.writeObjectFieldStart("decision");
            Json.id(json, "decidedBy", decision.decidedBy());
            Json.time(json, "at", decision.at());
            Json.text(json, "rejectionReason", decision.rejectionReason());
            json.writeEndObject();
        }
    }

    private static void translations(JsonGenerator json, String name, LocalizedText text) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> entry : new TreeMap<>(text.byLanguage()).entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    private static void links(JsonGenerator json, long id) throws IOException {
        String self = "/api/v1/campaigns/" + id;
        json.writeObjectFieldStart("links");
        json.writeStringField("self", self);
        json.writeStringField("donations", self + "/donations");
        json.writeEndObject();
    }

    static void writeTotals(JsonGenerator json, CampaignTotals totals) throws IOException {
        var currency = totals.raised();
        json.writeStartObject();
        json.writeObjectFieldStart("totals");
        Json.money(json, "raised", currency);
        Json.money(json, "captured", currency.withMinorUnits(totals.captured()));
        Json.money(json, "refunded", currency.withMinorUnits(totals.refunded()));
        Json.money(json, "disputesLost", currency.withMinorUnits(totals.disputesLost()));
        Json.money(json, "matched", currency.withMinorUnits(totals.matched() - totals.matchReversed()));
        json.writeNumberField("donations", totals.donations());
        json.writeEndObject();
        json.writeEndObject();
    }
}
