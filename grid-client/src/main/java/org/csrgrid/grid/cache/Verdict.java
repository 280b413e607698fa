package org.csrgrid.grid.cache;

/** What an entry is good for. */
enum Verdict {
    /** To be served. */
    FRESH,
    /** To be served only where nothing better is to be had soon. */
    STALE,
    /** Never to be served. */
    GONE
}
