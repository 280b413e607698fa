package org.csrgrid.launcher.verify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a verification of the audit trail found, in the order of the chain. Used by one thread. */
public final class AuditFindings {

    /** More are only counted. */
    static final int KEPT = 20;

    private final List<String> first = new ArrayList<>();
    private long wrong;
    private long entries;
    private long heads;
    private long anchors;

    void wrong(String what, Object... arguments) {
        wrong++;
        if (first.size() < KEPT) {
            first.add(what.formatted(arguments));
        }
    }

    void looked(long moreEntries, long moreHeads) {
        entries += moreEntries;
        heads += moreHeads;
    }

    void anchored(long heads) {
        anchors = heads;
    }

    /** Whether nothing is wrong. */
    public boolean isClean() {
        return wrong == 0;
    }

    /** One line each; the first one names the first bad entry. */
    public List<String> first() {
        return List.copyOf(first);
    }

    String text(Duration took) {
        var text = new StringBuilder(String.format(
                Locale.ROOT, "%,d entries in %,d heads, %,d anchored (%.1f s)%n", entries, heads, anchors, took.toMillis()
                        / 1000.0));
        first.forEach(line -> text.append("  ").append(line).append('\n'));
        if (wrong > first.size()) {
            text.append("  and ").append(wrong - first.size()).append(" more\n");
        }
        text.append(isClean() ? "The audit trail verifies" : "The audit trail was changed");
        return text.toString();
    }
}
