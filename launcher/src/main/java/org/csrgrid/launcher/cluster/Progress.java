package org.csrgrid.launcher.cluster;

/** Hears what a starting or stopping product does; called from several threads. */
@FunctionalInterface
public interface Progress {

    Progress NONE = _ -> {};

    /** @param step a few words such as "member-1 is ready" */
    void step(String step);
}
