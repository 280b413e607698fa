package org.csrgrid.grid.live;

/** Hears of a ring's events in their order, on one thread, which it must not hold up. */
public interface LiveListener {

    /** @param sequence of the event in its ring, from 0, one more each time unless {@link #lost} was called before */
    void happened(long sequence, LiveEvent event);

    /** Events may have been missed. What is heard next may have any sequence, also one there was before. */
    void lost();
}
