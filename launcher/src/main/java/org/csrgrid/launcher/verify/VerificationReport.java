package org.csrgrid.launcher.verify;

import java.time.Duration;
import java.util.List;

/**
 * What a verification found, one check per invariant in their order.
 *
 * @param unrest what was still going on when the checks began, one line each; empty when the system was quiet
 */
public record VerificationReport(List<Check> checks, List<String> unrest, Duration took) {

    public VerificationReport {
        checks = List.copyOf(checks);
        unrest = List.copyOf(unrest);
    }

    /** Whether no check found a drift. */
    public boolean isClean() {
        return drifted().isEmpty();
    }

    /** The checks that found a drift, in their order. */
    public List<Check> drifted() {
        return checks.stream()
                .filter(check -> check.verdict() == Check.Verdict.DRIFT)
                .toList();
    }

    public Check of(Invariant invariant) {
        return checks.stream()
                .filter(check -> check.invariant() == invariant)
                .findFirst()
                .orElseThrow();
    }

    /** The report as it is printed. */
    @Override
    public String toString() {
        return ReportText.of(this);
    }
}
