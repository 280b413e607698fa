package org.csrgrid.grid.cache.slot;

/**
 * Lets the value that is there live on, because the origin has not changed it, and ends the lease; answers whether it did, under the same conditions as
 * {@link StoreLoaded}. The value does not travel.
 *
 * @param later the new times, tags, sequence and etag; its payload is not looked at
 */
public record ConfirmStored(String holder, Stored later, long now) implements ChangeSlot<Boolean> {

    @Override
    public Boolean change(Slot slot, Target target) {
        Stored stored = slot.stored();
        if (stored == null || !slot.isHeldBy(holder, later.token())) {
            return false;
        }
        target.set(new Slot(stored.confirmed(later), null, 0));
        return true;
    }
}
