package org.csrgrid.grid.cache.slot;

/**
 * The right to load a key. It ends by itself, so that a dead process delays others no longer than that.
 *
 * @param holder the load, unique in the cluster
 * @param token higher than that of every value the slot had
 * @param until microseconds since 1970
 */
public record Lease(String holder, long token, long until) {

    boolean is(String someHolder, long someToken) {
        return holder.equals(someHolder) && token == someToken;
    }
}
