package org.csrgrid.domain;

/** State whose version grows by one with each change: of two copies the one with the larger version is the later. */
public interface Versioned {

    long version();
}
