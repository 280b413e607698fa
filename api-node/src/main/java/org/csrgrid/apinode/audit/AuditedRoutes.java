package org.csrgrid.apinode.audit;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;

/**
 * The stable names of what each route does. One that is missing here is audited all the same, under its method and route; a test asks for a name. Reads
 * have none.
 */
public final class AuditedRoutes {

    static final String LOGIN = "auth.login";

    private static final String API = "/api/v1";
    private static final Map<String, AuditedRoute> ROUTES = Map.ofEntries(
            entry("POST /auth/login", new AuditedRoute(LOGIN, "user")),
            entry("POST /auth/refresh", new AuditedRoute("session.renewed", "session")),
            entry("POST /auth/logout", new AuditedRoute("session.ended", "session")),
            entry("DELETE /auth/sessions", new AuditedRoute("session.others-ended", "session")),
            entry("DELETE /auth/sessions/{id}", new AuditedRoute("session.ended", "session")),
            entry("DELETE /users/{id}/sessions", new AuditedRoute("user.signed-out", "user")),
            entry("POST /campaigns", new AuditedRoute("campaign.created", "campaign")),
            entry("PATCH /campaigns/{id}", new AuditedRoute("campaign.edited", "campaign")),
            entry("POST /campaigns/{id}/submit", new AuditedRoute("campaign.submitted", "campaign")),
            entry("POST /campaigns/{id}/approve", new AuditedRoute("campaign.approved", "campaign")),
            entry("POST /campaigns/{id}/reject", new AuditedRoute("campaign.rejected", "campaign")),
            entry("POST /campaigns/{id}/pause", new AuditedRoute("campaign.paused", "campaign")),
            entry("POST /campaigns/{id}/resume", new AuditedRoute("campaign.resumed", "campaign")),
            entry("POST /campaigns/{id}/complete", new AuditedRoute("campaign.completed", "campaign")),
            entry("POST /campaigns/{id}/cancel", new AuditedRoute("campaign.cancelled", "campaign")),
            entry("POST /donations", new AuditedRoute("request.donation", "donation")),
            entry("POST /donations/{id}/cancel", new AuditedRoute("request.donation-cancel", "donation")),
            entry("POST /donations/{id}/refunds", new AuditedRoute("request.refund", "donation")),
            entry("POST /payments/webhooks/sandbox", new AuditedRoute("request.webhook", "gateway")),
            entry("POST /jobs/bulk", new AuditedRoute("job.bulk-changed", "job")),
            entry("DELETE /jobs/{id}", new AuditedRoute("job.forgotten", "job")),
            entry("POST /jobs/{id}/cancel", new AuditedRoute("job.cancelled", "job")),
            entry("POST /jobs/{id}/retry", new AuditedRoute("job.retried", "job")),
            entry("POST /jobs/{id}/snooze", new AuditedRoute("job.snoozed", "job")),
            entry("PATCH /jobs/channels/{channel}", new AuditedRoute("channel.limited", "channel")),
            entry("POST /jobs/channels/{channel}/pause", new AuditedRoute("channel.paused", "channel")),
            entry("POST /jobs/channels/{channel}/resume", new AuditedRoute("channel.resumed", "channel")),
            entry("POST /jobs/schedules/{name}/pause", new AuditedRoute("schedule.paused", "schedule")),
            entry("POST /jobs/schedules/{name}/resume", new AuditedRoute("schedule.resumed", "schedule")),
            entry("POST /jobs/schedules/{name}/run", new AuditedRoute("schedule.run", "schedule")),
            entry("DELETE /caches/{layer}", new AuditedRoute("cache.cleared", "cache")));

    private AuditedRoutes() {}

    /** @param type what kind of thing the route is about */
    record AuditedRoute(String action, String type) {}

    /** Whether a state-changing operation has a name, as in {@code POST /api/v1/campaigns}. */
    public static boolean isNamed(String operation) {
        return ROUTES.containsKey(operation.replace(" " + API, " "));
    }

    /** @param pattern of the whole path */
    static AuditedRoute of(String method, String pattern) {
        String path = pattern.startsWith(API) ? pattern.substring(API.length()) : pattern;
        String plain = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        AuditedRoute named = ROUTES.get(method + " " + plain);
        return named != null ? named : new AuditedRoute(method.toLowerCase(Locale.ROOT) + ":" + plain, "route");
    }
}
