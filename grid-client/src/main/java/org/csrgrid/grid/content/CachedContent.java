package org.csrgrid.grid.content;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.grid.cache.CacheLayer;
import org.csrgrid.grid.cache.CacheLoadException;
import org.csrgrid.grid.cache.Caches;
import org.csrgrid.grid.cache.LayerOptions;
import org.csrgrid.grid.cache.Loader;
import org.csrgrid.grid.cache.SoonExpired;
import org.csrgrid.grid.cache.store.CacheStoreException;
import org.csrgrid.grid.cluster.GridUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists of campaigns, profiles of organizations and texts per language, rendered, from the cache or else by a loader. One per process. Reads throw
 * {@link GridUnavailableException} if there is neither. What tells of changes returns when nobody who asks this process afterwards gets what was before,
 * and never fails: if the grid does not answer it is tried once more in the background. Safe for use by many threads.
 */
public final class CachedContent implements AutoCloseable {

    /** The layer of lists of campaigns. */
    public static final String CAMPAIGNS = "campaigns";

    /** The layer of organizations' profiles and lists. */
    public static final String ORGANIZATIONS = "organizations";

    /** The layer of texts. */
    public static final String TRANSLATIONS = "translations";

    /** Carried by lists that any campaign, or any organization, may be on. */
    public static final String LIST = "list";

    private static final Logger LOG = LoggerFactory.getLogger(CachedContent.class);
    private static final Duration MOMENT = Duration.ofMillis(50);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final CacheLayer<CampaignCards> campaigns;
    private final CacheLayer<KeptDocument> organizations;
    private final CacheLayer<KeptDocument> translations;
    private final SoonExpired again = new SoonExpired(AGAIN);
    private final SoonExpired soon = new SoonExpired(MOMENT);

    /**
     * Opens the layers it needs.
     *
     * @param options of a layer by its name
     */
    public CachedContent(Caches caches, Function<String, LayerOptions> options) {
        campaigns = caches.layer(options.apply(CAMPAIGNS), new CampaignCardsCodec());
        organizations = caches.layer(options.apply(ORGANIZATIONS), new KeptDocumentCodec());
        translations = caches.layer(options.apply(TRANSLATIONS), new KeptDocumentCodec());
    }

    /** A page of campaigns, tagged with what may change it: {@link #LIST} or, for a filtered one, {@link #ofOrganization} or {@link #ofOrganizer}. */
    public CampaignCards campaigns(String key, Loader<CampaignCards> loader) {
        return read(campaigns, key, loader).orElseThrow();
    }

    /** A profile tagged {@link #ofOrganization}, or a list tagged {@link #LIST}; empty if the loader finds none. */
    public Optional<KeptDocument> organizations(String key, Loader<KeptDocument> loader) {
        return read(organizations, key, loader);
    }

    /** Texts of a language; nothing invalidates them but a clearing of the layer. */
    public Optional<KeptDocument> translations(String key, Loader<KeptDocument> loader) {
        return read(translations, key, loader);
    }

    /** The tag of what is about one organization. */
    public static String ofOrganization(long id) {
        return "organization:" + id;
    }

    /** The tag of what is about one organizer's campaigns. */
    public static String ofOrganizer(long id) {
        return "organizer:" + id;
    }

    /** A campaign is new, was edited, or is in another state. Its organization and its organizer never change. */
    public void campaignChanged(Campaign campaign) {
        remove(campaigns, LIST);
        remove(campaigns, ofOrganization(campaign.organizationId()));
        remove(campaigns, ofOrganizer(campaign.organizerId()));
    }

    /** An organization is new or was changed. */
    public void organizationChanged(long id) {
        remove(organizations, LIST);
        remove(organizations, ofOrganization(id));
    }

    /** As {@link #campaignChanged}, for those who must not wait: in the background, in a moment, and until then what was before stands in. */
    public void campaignChangesSoon(Campaign campaign) {
        soon.expire(campaigns, LIST);
        soon.expire(campaigns, ofOrganization(campaign.organizationId()));
        soon.expire(campaigns, ofOrganizer(campaign.organizerId()));
    }

    /** As {@link #organizationChanged}, for those who must not wait. */
    public void organizationChangesSoon(long id) {
        soon.expire(organizations, LIST);
        soon.expire(organizations, ofOrganization(id));
    }

    private void remove(CacheLayer<?> layer, String tag) {
        try {
            layer.removeTag(tag);
        } catch (CacheStoreException silent) {
            LOG.warn(
                    "{} of {} is not invalidated yet: {}",
                    tag,
                    layer.options().name(),
                    String.valueOf(silent.getMessage()));
            again.expire(layer, tag);
        }
    }

    private static <V> Optional<V> read(CacheLayer<V> layer, String key, Loader<V> loader) {
        try {
            return layer.get(key, loader);
        } catch (CacheLoadException failure) {
            if (failure.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new GridUnavailableException(
                    "%s of %s".formatted(key, layer.options().name()), failure);
        }
    }

    /** Gives up what is still to be invalidated. The layers are closed with their caches. */
    @Override
    public void close() {
        again.close();
        soon.close();
    }
}
