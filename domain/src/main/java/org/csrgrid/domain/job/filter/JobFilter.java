package org.csrgrid.domain.job.filter;

import java.time.Instant;
import java.util.List;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.filter.Condition.Any;
import org.csrgrid.domain.job.filter.Condition.Between;
import org.csrgrid.domain.job.filter.Condition.Every;
import org.csrgrid.domain.job.filter.Condition.InState;

/**
 * Which jobs somebody means. Written as terms that must all hold:
 *
 * <pre>
 * state:dead channel:payments      a field's value
 * state:ready,scheduled            one of several
 * name:send-*                      how it begins
 * error~timeout                    what it has in it, in small or capital letters
 * attempts>=3 created>-2h          numbers and times
 * created:2026-11-01               that day in UTC; created>2026-11-01 is after that day
 * -channel:bulk                    not
 * timeout "no such donation"       words in the name or the last error
 * </pre>
 *
 * <p>Fields: id, name, batch, error; channel, state (ready, scheduled, running, dead, succeeded, cancelled); org, owner, attempts; created, run,
 * finished. Times are dates, RFC 3339 instants, or relative to now such as {@code -90m} ({@code s m h d w}). Values with blanks, commas, stars or quotes
 * stand in double quotes, where a backslash protects a quote or a backslash. An empty filter means every job.
 */
public record JobFilter(Condition condition) {

    /** Longest text, in characters. */
    public static final int LIMIT = 2_000;

    /** Every job. */
    public static final JobFilter ALL = new JobFilter(new Every(List.of()));

    /**
     * Reads a filter.
     *
     * @param now what relative times are relative to, and what tells scheduled jobs from ready ones
     * @throws JobFilterSyntaxException if it cannot be read
     */
    public static JobFilter parse(String text, Instant now) {
        return new JobFilter(new Every(new FilterParser(text, now).terms()));
    }

    public boolean matches(Job job) {
        return condition.matches(job);
    }

    /** Those of these jobs that are one owner's. */
    public JobFilter ownedBy(long userId) {
        return and(new Between(NumberField.OWNER, userId, userId));
    }

    /** Those of these jobs that are in one of the states. */
    public JobFilter in(JobState... states) {
        return and(new Any(List.of(states).stream().<Condition>map(InState::new).toList()));
    }

    /** Those of these jobs that were over before then. */
    public JobFilter finishedBefore(Instant then) {
        return and(new Between(NumberField.FINISHED, Long.MIN_VALUE, NumberField.microsOf(then) - 1));
    }

    private JobFilter and(Condition more) {
        return new JobFilter(new Every(List.of(condition, more)));
    }
}
