package org.csrgrid.domain.job.filter;

import java.util.List;
import java.util.Locale;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobState;
import org.jspecify.annotations.Nullable;

/** What a job must be like. A condition on something the job does not have is not met, and its negation is. */
public sealed interface Condition {

    /** The text is this one. */
    record Is(TextField field, String value) implements Condition {}

    /** The text begins like this. */
    record StartsWith(TextField field, String prefix) implements Condition {}

    /** The text has this in it, in small or capital letters. */
    record Contains(TextField field, String part) implements Condition {}

    /** The number, or the time in microseconds, is at least the one and at most the other. */
    record Between(NumberField field, long least, long most) implements Condition {

        boolean holds(@Nullable Long value) {
            return value != null && least <= value && value <= most;
        }
    }

    record InState(JobState state) implements Condition {}

    record InChannel(Channel channel) implements Condition {}

    /** All of them; of none it is true. */
    record Every(List<Condition> conditions) implements Condition {
        public Every {
            conditions = List.copyOf(conditions);
        }
    }

    /** At least one of them; of none it is false. */
    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    record Not(Condition condition) implements Condition {}

    /** Whether the job is like that. */
    default boolean matches(Job job) {
        return switch (this) {
            case Is is -> is.value.equals(is.field.of(job));
            case StartsWith starts -> text(starts.field.of(job)).startsWith(starts.prefix);
            case Contains contains -> lower(text(contains.field.of(job))).contains(lower(contains.part));
            case Between between -> between.holds(between.field.of(job));
            case InState in -> job.state() == in.state;
            case InChannel in -> job.channel() == in.channel;
            case Every every -> every.conditions.stream().allMatch(condition -> condition.matches(job));
            case Any any -> any.conditions.stream().anyMatch(condition -> condition.matches(job));
            case Not not -> !not.condition.matches(job);
        };
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String lower(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
