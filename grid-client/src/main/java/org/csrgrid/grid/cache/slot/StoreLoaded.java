package org.csrgrid.grid.cache.slot;

/**
 * Stores what was loaded and ends the lease; answers whether it did. It does not if the lease is another's by now or the key was invalidated meanwhile.
 * A repeat answers false and changes nothing.
 *
 * @param loaded its token is the lease's
 */
public record StoreLoaded(String holder, Stored loaded, long now) implements ChangeSlot<Boolean> {

    @Override
    public Boolean change(Slot slot, Target target) {
        if (!slot.isHeldBy(holder, loaded.token())) {
            return false;
        }
        target.set(new Slot(loaded, null, 0));
        return true;
    }
}
