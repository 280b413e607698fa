package org.csrgrid.sandbox.simulation;

/** Receives the changes of an earlier life, in their order. */
public interface Past {

    void changed(Change change);

    void delivered(String eventId);
}
