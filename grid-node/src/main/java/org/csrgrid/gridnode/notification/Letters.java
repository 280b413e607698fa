package org.csrgrid.gridnode.notification;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.MatchPosition;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.user.User;
import org.csrgrid.grid.account.AccountJobs.MailKind;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.notification.NotificationJobs.AdminNotice;
import org.csrgrid.grid.notification.NotificationJobs.EmailWork;
import org.csrgrid.grid.notification.NotificationJobs.NoticeKind;
import org.jspecify.annotations.Nullable;

/** Writes each kind of mail in its receiver's language. */
final class Letters {

    static final String ALREADY_REGISTERED = "already-registered";

    private final Templates templates;
    private final SiteLinks links;

    Letters(Templates templates, SiteLinks links) {
        this.templates = templates;
        this.links = links;
    }

    EmailWork confirmation(Donation donation, Campaign campaign, User donor) {
        Map<String, String> values = about(donation, donor);
        values.put("campaign", title(campaign, donor));
        values.put("match", match(donation.match(), wording(donor)));
        values.put("anonymous", donation.pledge().anonymous() ? "true" : "");
        return templates.write("payment-confirmation", donor, values);
    }

    EmailWork milestone(Campaign campaign, CampaignTotals totals, int percent, User organizer) {
        return templates.write("milestone", organizer, progress(campaign, totals, percent, organizer));
    }

    /**
     * @param campaign what the notice is about, null where it is about none
     * @param totals the campaign's
     * @param donation what the notice is about, null where it is about none
     */
    EmailWork notice(
            AdminNotice notice,
            @Nullable Campaign campaign,
            @Nullable CampaignTotals totals,
            @Nullable Donation donation,
            User admin) {
        Map<String, String> values = new HashMap<>();
        if (campaign != null && totals != null) {
            values.putAll(progress(campaign, totals, notice.percent(), admin));
        }
        if (donation != null) {
            values.putAll(about(donation, admin));
        }
        values.put("subject", notice.subject());
        values.put("detail", notice.detail());
        values.computeIfAbsent("link", _ -> links.jobs());
        return templates.write(template(notice.kind()), admin, values);
    }

    /** @param token what the mail's link has, empty for a mail whose link has none */
    EmailWork account(MailKind kind, String token, User receiver) {
        String link =
                switch (kind) {
                    case VERIFY_ADDRESS -> links.verification(token);
                    case RESET_PASSWORD -> links.passwordReset(token);
                    case PASSWORD_CHANGED, SESSIONS_ENDED, SECOND_FACTOR_CHANGED -> links.security();
                };
        return templates.write(template(kind), receiver, Map.of("link", link));
    }

    EmailWork alreadyRegistered(User receiver) {
        return templates.write(ALREADY_REGISTERED, receiver, Map.of("link", links.security()));
    }

    static String template(MailKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String template(NoticeKind kind) {
        return kind == NoticeKind.MILESTONE
                ? "milestone-reached"
                : kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Map<String, String> about(Donation donation, User reader) {
        Wording wording = wording(reader);
        Map<String, String> values = new HashMap<>();
        String id = DonationKey.of(donation).toString();
        values.put("donation", id);
        values.put("amount", wording.money(donation.amount()));
        values.put(
                "date", wording.date(donation.completedAt() == null ? donation.updatedAt() : donation.completedAt()));
        values.put("reason", donation.failureReason() == null ? "" : donation.failureReason());
        values.put("link", links.donation(id));
        return values;
    }

    private Map<String, String> progress(Campaign campaign, CampaignTotals totals, int percent, User reader) {
        Wording wording = wording(reader);
        Map<String, String> values = new HashMap<>();
        values.put("campaign", title(campaign, reader));
        values.put("percent", wording.percent(percent));
        values.put("raised", wording.money(totals.raised()));
        values.put("goal", wording.money(campaign.content().goal()));
        values.put("link", links.campaign(campaign.id()));
        return values;
    }

    private static String match(@Nullable MatchPosition match, Wording wording) {
        if (match == null) {
            return "";
        }
        Money left = match.posted().minus(match.reversed());
        return left.isPositive() ? wording.money(left) : "";
    }

    private String title(Campaign campaign, User reader) {
        return campaign.content().title().in(templates.languageFor(reader.language()));
    }

    private Wording wording(User reader) {
        return Wording.of(templates.languageFor(reader.language()));
    }
}
