package org.csrgrid.grid.cache;

/**
 * How far a warm-up is.
 *
 * @param warmed items that are fresh now, loaded or found so
 * @param failed items whose load failed
 */
public record WarmProgress(int total, int warmed, int failed) {

    public int done() {
        return warmed + failed;
    }

    /** 100 if there is nothing to do. */
    public int percent() {
        return total == 0 ? 100 : Math.toIntExact(100L * done() / total);
    }
}
