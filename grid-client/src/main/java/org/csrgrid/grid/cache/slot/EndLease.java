package org.csrgrid.grid.cache.slot;

/**
 * Ends a lease without a value; answers whether there was one. A repeat is harmless.
 *
 * @param quietUntil nobody should load before; 0 for at once
 */
public record EndLease(String holder, long token, long quietUntil, long now) implements ChangeSlot<Boolean> {

    @Override
    public Boolean change(Slot slot, Target target) {
        if (!slot.isHeldBy(holder, token)) {
            return false;
        }
        target.set(new Slot(slot.stored(), null, quietUntil));
        return true;
    }
}
