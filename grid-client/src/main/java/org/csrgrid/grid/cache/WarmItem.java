package org.csrgrid.grid.cache;

/** @param priority the higher, the sooner */
public record WarmItem<V>(String key, int priority, Loader<V> loader) {}
