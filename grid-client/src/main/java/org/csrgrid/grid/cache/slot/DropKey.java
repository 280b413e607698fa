package org.csrgrid.grid.cache.slot;

/**
 * Invalidates one key and ends the lease, so that a load that began before stores nothing. Answers whether there was a value. A repeat is harmless.
 *
 * @param removes whether the value is never served again; otherwise it may stand in until the next one is loaded
 */
public record DropKey(boolean removes, long now) implements ChangeSlot<Boolean> {

    @Override
    public Boolean change(Slot slot, Target target) {
        Stored stored = slot.stored();
        if (removes || stored == null) {
            target.set(Slot.EMPTY);
        } else {
            target.set(new Slot(stored.expired(now), null, 0));
        }
        return stored != null;
    }
}
