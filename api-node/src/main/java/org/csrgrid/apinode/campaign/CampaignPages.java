package org.csrgrid.apinode.campaign;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.csrgrid.apinode.http.EntityTag;
import org.csrgrid.apinode.http.Json;
import org.csrgrid.apinode.http.Representation;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.grid.content.CampaignCards;
import org.jspecify.annotations.Nullable;

/** Pages as bytes, kept until a card or a total on them changes. Safe for use by many threads. */
final class CampaignPages {

    private static final int MOST_KEPT = 500;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Map<Key, Page> kept = new ConcurrentHashMap<>();

    private record Key(String list, @Nullable String next) {}

    /** A page whose tag is there from the start and whose bytes are made when somebody needs them. */
    static final class Page {

        private final long stamp;
        private final EntityTag tag;
        private final Optional<String> next;
        private final CampaignCards cards;
        private final List<CampaignTotals> totals;
        private volatile @Nullable Representation body;

        private Page(long stamp, Optional<String> next, CampaignCards cards, List<CampaignTotals> totals) {
            this.stamp = stamp;
            this.tag = EntityTag.of("\"l%016x\"".formatted(stamp));
            this.next = next;
            this.cards = cards;
            this.totals = totals;
        }

        EntityTag tag() {
            return tag;
        }

        Representation body() {
            Representation made = body;
            if (made == null) {
                made = new Representation(write());
                body = made;
            }
            return made;
        }

        private byte[] write() {
            var bytes = new ByteArrayOutputStream(1024 * (totals.size() + 1));
            bytes.writeBytes("{\"items\":[".getBytes(US_ASCII));
            for (int i = 0; i < totals.size(); i++) {
                if (i > 0) {
                    bytes.write(',');
                }
                bytes.writeBytes(
                        RenderedCampaign.withTotals(cards.cards().get(i).content(), totals.get(i)));
            }
            bytes.writeBytes("],\"next\":".getBytes(US_ASCII));
            bytes.writeBytes(Json.write(json -> json.writeObject(next.orElse(null))));
            bytes.write('}');
            return bytes.toByteArray();
        }
    }

    /**
     * @param list what the page is found by
     * @param next the address of the next page
     * @param totals of the cards, in their order
     */
    Page page(String list, Optional<String> next, CampaignCards cards, List<CampaignTotals> totals) {
        Key key = new Key(list, next.orElse(null));
        long stamp = stamp(cards, totals);
        Page known = kept.get(key);
        if (known != null && known.stamp == stamp) {
            return known;
        }
        Page made = new Page(stamp, next, cards, totals);
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(key, made);
        return made;
    }

    /** The same on all nodes for the same cards with the same totals. */
    private static long stamp(CampaignCards cards, List<CampaignTotals> totals) {
        long stamp = cards.stamp();
        for (CampaignTotals one : totals) {
            stamp = (Long.rotateLeft(stamp, 23) ^ one.version()) * SPREAD;
        }
        return stamp;
    }
}
