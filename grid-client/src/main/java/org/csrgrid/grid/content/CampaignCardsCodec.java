package org.csrgrid.grid.content;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.csrgrid.grid.cache.Codec;
import org.csrgrid.grid.campaign.CampaignPosition;
import org.csrgrid.grid.content.CampaignCards.Card;
import org.jspecify.annotations.Nullable;

/** Pages of campaigns as bytes: the stamp, where the next page begins, and card after card. */
final class CampaignCardsCodec implements Codec<CampaignCards> {

    static long stamp(List<Card> cards, @Nullable CampaignPosition next) {
        return Stamps.of(write(out -> writePage(out, cards, next)));
    }

    @Override
    public byte[] encode(CampaignCards page) {
        return write(out -> {
            out.writeLong(page.stamp());
            writePage(out, page.cards(), page.next());
        });
    }

    @Override
    public CampaignCards decode(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            long stamp = in.readLong();
            CampaignPosition next = in.readBoolean() ? new CampaignPosition(in.readLong(), in.readLong()) : null;
            int size = in.readInt();
            List<Card> cards = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                cards.add(new Card(in.readLong(), in.readUTF(), in.readNBytes(in.readInt())));
            }
            return new CampaignCards(cards, next, stamp);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private interface Body {
        void write(DataOutputStream out) throws IOException;
    }

    private static byte[] write(Body body) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            body.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void writePage(DataOutputStream out, List<Card> cards, @Nullable CampaignPosition next)
            throws IOException {
        out.writeBoolean(next != null);
        if (next != null) {
            out.writeLong(next.primary());
            out.writeLong(next.id());
        }
        out.writeInt(cards.size());
        for (Card card : cards) {
            out.writeLong(card.id());
            out.writeUTF(card.currency());
            out.writeInt(card.content().length);
            out.write(card.content());
        }
    }
}
