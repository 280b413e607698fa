package org.csrgrid.launcher.verify;

import java.util.List;

/**
 * How one invariant fared.
 *
 * @param rows how many rows, donations or entries were looked at
 * @param driftCount how many drifts were found in all
 * @param firstDrifts the first of them, at most {@link #KEPT}
 * @param remark what else is worth knowing; may be empty
 */
public record Check(
        Invariant invariant, long rows, Verdict verdict, long driftCount, List<Drift> firstDrifts, String remark) {

    /** How many drifts are kept with their details. */
    public static final int KEPT = 20;

    /** SKIPPED needs something that was not given. */
    public enum Verdict {
        OK,
        DRIFT,
        SKIPPED
    }

    public Check {
        firstDrifts = List.copyOf(firstDrifts);
    }
}
