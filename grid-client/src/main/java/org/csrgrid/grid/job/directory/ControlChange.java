package org.csrgrid.grid.job.directory;

/** What became of an operator's wish. */
public sealed interface ControlChange {

    record Controlled(ControlledChannel control) implements ControlChange {}

    /** Somebody changed the channel since the operator looked. */
    record VersionMismatch() implements ControlChange {}
}
