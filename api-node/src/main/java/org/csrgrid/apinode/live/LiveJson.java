package org.csrgrid.apinode.live;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.user.User;
import org.csrgrid.grid.cluster.GridUnavailableException;
import org.csrgrid.grid.live.AdminNews;
import org.csrgrid.grid.live.CampaignMoved;
import org.csrgrid.grid.live.DonationMoved;
import org.csrgrid.grid.live.JobMoved;
import org.csrgrid.grid.live.LiveEvent;
import org.csrgrid.grid.live.MilestoneReached;
import org.csrgrid.grid.live.TotalsMoved;
import org.jspecify.annotations.Nullable;

/** Names and data of events. */
final class LiveJson {

    private static final long WHOLE = 100;

    private LiveJson() {}

    static String name(LiveEvent event) {
        return switch (event) {
            case TotalsMoved _ -> "totals";
            case CampaignMoved _ -> "campaign";
            case DonationMoved _ -> "donation";
            case MilestoneReached _ -> "milestone";
            case JobMoved _ -> "job";
            case AdminNews news -> news.kind().name().toLowerCase(Locale.ROOT);
        };
    }

    static byte[] data(LiveEvent event, LiveFrame.Donors donors) {
        return Json.write(json -> {
            json.writeStartObject();
            switch (event) {
                case TotalsMoved moved -> totals(json, moved, donors);
                case CampaignMoved moved -> campaign(json, moved);
                case DonationMoved moved -> donation(json, moved);
                case MilestoneReached reached -> milestone(json, reached);
                case JobMoved moved -> job(json, moved);
                case AdminNews news -> news(json, news);
            }
            Json.time(json, "at", event.at());
            json.writeEndObject();
        });
    }

    private static void totals(JsonGenerator json, TotalsMoved moved, LiveFrame.Donors donors) throws IOException {
        Json.id(json, "campaignId", moved.campaignId());
        Json.money(json, "raised", moved.raised());
        Json.money(json, "goal", moved.goal());
        json.writeNumberField("percent", percent(moved.raised(), moved.goal()));
        json.writeNumberField("donations", moved.donations());
        json.writeNumberField("version", moved.version());
        Money latest = moved.latest();
        if (latest == null) {
            json.writeNullField("latest");
            return;
        }
        json.writeObjectFieldStart("latest");
        Json.money(json, "amount", latest);
        Json.text(json, "donorName", moved.donorId() == 0 ? null : donorName(moved.donorId(), donors));
        json.writeEndObject();
    }

    private static long percent(Money raised, Money goal) {
        return goal.minorUnits() == 0
                ? 0
                : Math.max(0, (long) ((double) raised.minorUnits() * WHOLE / goal.minorUnits()));
    }

    /** Not worth a wait: without an answer from the grid the name is left out. */
    private static @Nullable String donorName(long id, LiveFrame.Donors donors) {
        try {
            return donors.find(id).map(User::name).orElse(null);
        } catch (GridUnavailableException unknown) {
            return null;
        }
    }

    private static void campaign(JsonGenerator json, CampaignMoved moved) throws IOException {
        Json.id(json, "campaignId", moved.campaignId());
        json.writeStringField("status", moved.status().jsonName());
        json.writeNumberField("version", moved.version());
    }

    private static void donation(JsonGenerator json, DonationMoved moved) throws IOException {
        json.writeStringField("id", moved.donationId());
        Json.id(json, "campaignId", moved.campaignId());
        json.writeStringField("status", moved.status().jsonName());
        Json.money(json, "amount", moved.amount());
    }

    private static void milestone(JsonGenerator json, MilestoneReached reached) throws IOException {
        Json.id(json, "campaignId", reached.campaignId());
        json.writeNumberField("percent", reached.percent());
    }

    private static void job(JsonGenerator json, JobMoved moved) throws IOException {
        json.writeStringField("id", moved.jobId());
        json.writeStringField("name", moved.name());
        json.writeStringField("state", moved.state().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("done", moved.done());
        json.writeNumberField("total", moved.total());
        Json.text(json, "message", moved.message());
    }

    private static void news(JsonGenerator json, AdminNews news) throws IOException {
        Json.text(json, "campaignId", news.campaignId() == 0 ? null : Long.toString(news.campaignId()));
        Json.text(json, "donationId", news.donationId().isEmpty() ? null : news.donationId());
        if (news.percent() != 0) {
            json.writeNumberField("percent", news.percent());
        }
        json.writeStringField("subject", news.subject());
        json.writeStringField("detail", news.detail());
    }
}
