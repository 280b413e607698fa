package org.csrgrid.gridnode.notification;

import java.net.URI;
import org.csrgrid.config.settings.Settings;

/**
 * Where mails lead.
 *
 * @param site the web site's address, without a path of its own or with one that ends in a slash
 */
record SiteLinks(URI site) {

    static SiteLinks of(Settings settings) {
        URI api = settings.api()
                .publicUrl()
                .orElse(URI.create("http://127.0.0.1:" + settings.api().port()));
        return new SiteLinks(settings.mail().siteUrl().orElse(api));
    }

    String campaign(long campaignId) {
        return link("campaigns/" + campaignId);
    }

    String donation(String donationId) {
        return link("donations/" + donationId);
    }

    String jobs() {
        return link("jobs");
    }

    /** The token stands behind the #, which browsers send nowhere. */
    String verification(String token) {
        return link("account/verify#" + token);
    }

    String passwordReset(String token) {
        return link("account/reset#" + token);
    }

    String security() {
        return link("account/security");
    }

    private String link(String path) {
        String base = site.toString();
        return base + (base.endsWith("/") ? "" : "/") + path;
    }
}
