package org.csrgrid.launcher.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what the checks find. Used by one thread. */
final class Findings {

    private final Map<Invariant, Tally> tallies = new EnumMap<>(Invariant.class);

    private static final class Tally {
        private final List<Drift> first = new ArrayList<>();
        private long rows;
        private long drifts;
        private boolean skipped;
        private String remark = "";
    }

    void looked(Invariant invariant, long rows) {
        tally(invariant).rows += rows;
    }

    void drift(Invariant invariant, String subject, @Nullable Object expected, @Nullable Object found) {
        Tally tally = tally(invariant);
        tally.drifts++;
        if (tally.first.size() < Check.KEPT) {
            tally.first.add(new Drift(subject, text(expected), text(found)));
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "nothing" : value.toString();
    }

    /** Notes a drift unless both are equal. */
    void compare(Invariant invariant, String subject, Object expected, Object found) {
        if (!expected.equals(found)) {
            drift(invariant, subject, expected, found);
        }
    }

    void remark(Invariant invariant, String remark) {
        tally(invariant).remark = remark;
    }

    void skip(Invariant invariant, String why) {
        Tally tally = tally(invariant);
        tally.skipped = true;
        tally.remark = why;
    }

    List<Check> checks() {
        return Stream.of(Invariant.values()).map(this::check).toList();
    }

    private Check check(Invariant invariant) {
        Tally tally = tally(invariant);
        Check.Verdict verdict =
                tally.drifts > 0 ? Check.Verdict.DRIFT : tally.skipped ? Check.Verdict.SKIPPED : Check.Verdict.OK;
        return new Check(invariant, tally.rows, verdict, tally.drifts, tally.first, tally.remark);
    }

    private Tally tally(Invariant invariant) {
        return tallies.computeIfAbsent(invariant, _ -> new Tally());
    }
}
