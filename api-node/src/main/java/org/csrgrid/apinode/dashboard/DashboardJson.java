package org.csrgrid.apinode.dashboard;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.csrgrid.apinode.analytics.WidgetJson;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.domain.dashboard.DashboardPiece;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.user.User;
import org.csrgrid.grid.analytics.WidgetData;
import org.csrgrid.grid.analytics.WidgetData.Point;
import org.csrgrid.grid.job.JobKey;
import org.jspecify.annotations.Nullable;

/** Dashboards as JSON. Names of donors are of now. */
final class DashboardJson {

    private DashboardJson() {}

    /** @param leaders those among the standings' leaders who are still there */
    static void write(
            JsonGenerator json,
            Map<DashboardPiece, WidgetData> pieces,
            Standings standings,
            long userId,
            Map<Long, User> leaders)
            throws IOException {
        json.writeStartObject();
        for (DashboardPiece piece : List.of(
                DashboardPiece.STATISTICS, DashboardPiece.ACTIVITY, DashboardPiece.IMPACT)) {
            json.writeObjectFieldStart(piece.jsonName());
            WidgetJson.series(json, pieces.getOrDefault(piece, Standings.EMPTY));
            json.writeEndObject();
        }
        ranking(json, standings, userId);
        leaderboard(json, standings, leaders);
        json.writeEndObject();
    }

    private static void ranking(JsonGenerator json, Standings standings, long userId) throws IOException {
        json.writeArrayFieldStart("ranking");
        for (String currency : standings.currencies()) {
            int rank = standings.rank(userId, currency);
            json.writeStartObject();
            json.writeStringField("currency", currency);
            if (rank == 0) {
                json.writeNullField("rank");
            } else {
                json.writeNumberField("rank", rank);
            }
            json.writeNumberField("donors", standings.donors(currency));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void leaderboard(JsonGenerator json, Standings standings, Map<Long, User> leaders)
            throws IOException {
        json.writeArrayFieldStart("leaderboard");
        for (String currency : standings.currencies()) {
            for (Point leader : standings.leaders(currency)) {
                User user = leaders.get(Long.valueOf(leader.label()));
                json.writeStartObject();
                Json.text(json, "donorName", user == null ? null : user.name());
                Json.money(json, "amount", Money.of(leader.value(), currency));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    static void writeStatus(JsonGenerator json, Map<DashboardPiece, Boolean> fresh, @Nullable Job job)
            throws IOException {
        boolean standings = fresh.getOrDefault(DashboardPiece.STANDINGS, false);
        json.writeStartObject();
        json.writeArrayFieldStart("pieces");
        for (DashboardPiece piece : DashboardPiece.values()) {
            if (piece.isPersonal()) {
                piece(json, piece.jsonName(), fresh.getOrDefault(piece, false));
            }
        }
        piece(json, "ranking", standings);
        piece(json, "leaderboard", standings);
        json.writeEndArray();
        if (job == null) {
            json.writeNullField("job");
        } else {
            json.writeObjectFieldStart("job");
            json.writeStringField("state", job.state().name().toLowerCase(Locale.ROOT));
            json.writeStringField("link", link(job));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void piece(JsonGenerator json, String name, boolean fresh) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeBooleanField("fresh", fresh);
        json.writeEndObject();
    }

    static String link(Job job) {
        return "/api/v1/jobs/" + JobKey.of(job);
    }
}
