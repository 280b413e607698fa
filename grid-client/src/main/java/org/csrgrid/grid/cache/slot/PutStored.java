package org.csrgrid.grid.cache.slot;

/**
 * Stores a value without a load and ends the lease; answers its token. A repeat stores the same value under another token.
 *
 * @param stored its token does not count
 */
public record PutStored(Stored stored, long now) implements ChangeSlot<Long> {

    @Override
    public Long change(Slot slot, Target target) {
        long token = slot.nextToken(now);
        target.set(new Slot(stored.under(token), null, 0));
        return token;
    }
}
