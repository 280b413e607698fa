package org.csrgrid.launcher.verify;

import java.util.Locale;

/** A report as a table of checks, followed by the details of each drift. */
final class ReportText {

    private static final int SENTENCE = 68;

    private ReportText() {}

    static String of(VerificationReport report) {
        StringBuilder text = new StringBuilder();
        report.unrest().forEach(line -> text.append("Not quiet: ").append(line).append('\n'));
        row(text, "", "what must hold", "rows", "");
        report.checks().forEach(check -> row(text, check));
        report.drifted().forEach(check -> details(text, check));
        text.append('\n').append(summary(report));
        return text.toString();
    }

    private static void row(StringBuilder text, Check check) {
        row(
                text,
                check.invariant().name(),
                check.invariant().sentence(),
                check.verdict() == Check.Verdict.SKIPPED ? "-" : String.format(Locale.ROOT, "%,d", check.rows()),
                check.remark().isEmpty() ? check.verdict().name() : check.verdict() + "  " + check.remark());
    }

    private static void row(StringBuilder text, String id, String what, String rows, String verdict) {
        String line = String.format(Locale.ROOT, "%-4s %-" + SENTENCE + "s %12s  %s", id, what, rows, verdict);
        text.append(line.stripTrailing()).append('\n');
    }

    private static void details(StringBuilder text, Check check) {
        text.append('\n')
                .append(check.invariant())
                .append(' ')
                .append(check.invariant().sentence())
                .append('\n');
        check.firstDrifts().forEach(drift -> text.append("  ").append(drift).append('\n'));
        long more = check.driftCount() - check.firstDrifts().size();
        if (more > 0) {
            text.append("  and ").append(more).append(" more\n");
        }
    }

    private static String summary(VerificationReport report) {
        long drifts = report.checks().stream().mapToLong(Check::driftCount).sum();
        String seconds = String.format(Locale.ROOT, "%.1f s", report.took().toMillis() / 1000.0);
        return report.isClean()
                ? "No drift found (%s)".formatted(seconds)
                : "%d %s found (%s)".formatted(drifts, drifts == 1 ? "drift" : "drifts", seconds);
    }
}
