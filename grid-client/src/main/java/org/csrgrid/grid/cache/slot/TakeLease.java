package org.csrgrid.grid.cache.slot;

import org.csrgrid.grid.cache.slot.LeaseAnswer.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Takes the right to load. A repeat by the same holder gets the same token.
 *
 * @param seen the token of the value the caller found too old, 0 if it found none; with another one there now, there is nothing to load
 */
public record TakeLease(String holder, long seen, long now, long until) implements ChangeSlot<LeaseAnswer> {

    @Override
    public LeaseAnswer change(Slot slot, Target target) {
        if (slot.token() != seen) {
            return new LeaseAnswer(Kind.CHANGED, 0, 0);
        }
        @Nullable Lease other = slot.lease();
        if (other != null && other.holder().equals(holder)) {
            return new LeaseAnswer(Kind.TAKEN, other.token(), other.until());
        }
        if (other != null && other.until() > now) {
            return new LeaseAnswer(Kind.BUSY, 0, other.until());
        }
        if (slot.quietUntil() > now) {
            return new LeaseAnswer(Kind.QUIET, 0, slot.quietUntil());
        }
        Lease taken = new Lease(holder, slot.nextToken(now), until);
        target.set(new Slot(slot.stored(), taken, 0));
        return new LeaseAnswer(Kind.TAKEN, taken.token(), until);
    }
}
