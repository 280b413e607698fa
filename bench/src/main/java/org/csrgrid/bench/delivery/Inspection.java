package org.csrgrid.bench.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.csrgrid.bench.delivery.DeliveryJobs.DeliveryWork;
import org.csrgrid.domain.job.Job;
import org.csrgrid.mapstore.database.Database;
import org.jdbi.v3.core.Handle;

/** Reads the book once every accepted job is done. */
final class Inspection {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(300);
    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final int EXAMPLES = 5;
    private static final String DONE = "SELECT DISTINCT job_id FROM proof_delivery WHERE outcome = 'DONE'";

    private final Database database;
    private final Map<String, Job> accepted;
    private final List<Struck> blows;
    private final Consumer<String> say;

    Inspection(Database database, Map<String, Job> accepted, List<Struck> blows, Consumer<String> say) {
        this.database = database;
        this.accepted = accepted;
        this.blows = blows;
        this.say = say;
    }

    /** @param earlier what was wrong before */
    Findings inspect(List<String> earlier) {
        List<String> wrongs = new ArrayList<>(earlier);
        Set<String> owed = owed();
        awaitDone(owed, wrongs);
        return database.jdbi().withHandle(handle -> {
            mustBeNone(handle, wrongs, "jobs whose fenced effect happened more than once", """
                    SELECT job_id FROM proof_posting GROUP BY job_id HAVING COUNT(*) > 1""");
            mustBeNone(handle, wrongs, "jobs done without their fenced effect", """
                    SELECT DISTINCT d.job_id FROM proof_delivery d
                    LEFT JOIN proof_posting p ON p.job_id = d.job_id
                    WHERE d.outcome = 'DONE' AND p.job_id IS NULL""");
            mustBeNone(handle, wrongs, "tokens granted twice", """
                    SELECT CONCAT(job_id, ' ', token, ':', GROUP_CONCAT(' process ', pid, ' at ', started_at ORDER BY seq))
                    FROM proof_delivery GROUP BY job_id, token HAVING COUNT(*) > 1""");
            mustBeNone(handle, wrongs, "writes accepted from attempts that had been overtaken", """
                    SELECT CONCAT(job_id, ' ', token, ': process ', pid, ' from ', started_at, ' to ', ended_at)
                    FROM proof_delivery WHERE outcome = 'WROTE_STALE'""");
            mustBeNone(handle, wrongs, "follow-ups enqueued by attempts that had been overtaken", """
                    SELECT job_id FROM proof_delivery WHERE job_id LIKE '%:stale%'""");
            mustBeNone(handle, wrongs, "attempts that found the cursor of a later one", """
                    SELECT job_id FROM proof_delivery WHERE cursor_token >= token""");
            mustBeNone(handle, wrongs, "follow-ups of an attempt that was not its job's last", """
                    SELECT c.job_id FROM proof_delivery c
                    JOIN proof_fence f ON CONCAT(f.job_id, ':after') = c.job_id
                    WHERE c.parent_token <> f.token""");
            return findings(handle, owed, wrongs);
        });
    }

    /** Accepted jobs and the follow-ups they leave. */
    private Set<String> owed() {
        Set<String> owed = new HashSet<>(accepted.keySet());
        for (Job job : accepted.values()) {
            DeliveryWork work = DeliveryJobs.type(job.channel())
                    .read(job.request().payload(), job.request().payloadVersion());
            if (work.followsUp()) {
                owed.add(DeliveryJobs.afterId(job.id()));
            }
        }
        return owed;
    }

    private void awaitDone(Set<String> owed, List<String> wrongs) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Set<String> missing = missing(owed);
        while (!missing.isEmpty() && System.nanoTime() < deadline) {
            Blow.pause(POLL);
            missing = missing(owed);
        }
        if (!missing.isEmpty()) {
            wrongs.add("%d accepted jobs are not done after %d s, such as %s"
                    .formatted(missing.size(), PATIENCE.toSeconds(), examples(missing)));
        }
        // What was overtaken may still be writing, and a follow-up that must not be may still be on its way.
        Blow.pause(SETTLE);
    }

    private Set<String> missing(Set<String> owed) {
        return database.jdbi().withHandle(handle -> {
            Set<String> left = new HashSet<>(owed);
            handle.createQuery(DONE).mapTo(String.class).forEach(left::remove);
            return left;
        });
    }

    private Findings findings(Handle handle, Set<String> owed, List<String> wrongs) {
        return new Findings(
                owed.size(),
                count(handle, "SELECT COUNT(*) FROM proof_delivery"),
                count(handle, "SELECT COUNT(*) - COUNT(DISTINCT job_id) FROM proof_delivery WHERE outcome = 'DONE'"),
                count(handle, "SELECT COUNT(*) FROM proof_delivery WHERE outcome IN ('OVERTAKEN', 'WROTE_STALE')"),
                count(handle, "SELECT COUNT(*) FROM proof_posting"),
                recovery(handle),
                List.copyOf(wrongs));
    }

    private Map<Blow, Histogram> recovery(Handle handle) {
        Map<Blow, Histogram> recovery = new EnumMap<>(Blow.class);
        for (Struck struck : blows) {
            Histogram times = recovery.computeIfAbsent(struck.blow(), _ -> new Histogram(3));
            handle.createQuery("""
                            SELECT MIN(n.started_at) - :at FROM proof_delivery o
                            JOIN proof_delivery n ON n.job_id = o.job_id AND n.token > o.token
                            WHERE o.pid = :pid AND o.started_at <= :at AND (o.ended_at IS NULL OR o.ended_at > :at)
                              AND n.started_at >= :at AND COALESCE(o.outcome, '') NOT IN ('DONE', 'FAILED')
                            GROUP BY o.seq""")
                    .bind("at", struck.at())
                    .bind("pid", struck.pid())
                    .mapTo(Long.class)
                    .forEach(millis -> times.recordValue(Math.max(0, millis)));
        }
        return recovery;
    }

    private void mustBeNone(Handle handle, List<String> wrongs, String what, String query) {
        Collection<String> found =
                new TreeSet<>(handle.createQuery(query).mapTo(String.class).list());
        say.accept("%s: %d".formatted(what, found.size()));
        if (!found.isEmpty()) {
            wrongs.add("%d %s, such as %s".formatted(found.size(), what, examples(found)));
        }
    }

    private static List<String> examples(Collection<String> ids) {
        return ids.stream().sorted().limit(EXAMPLES).toList();
    }

    private static long count(Handle handle, String query) {
        return handle.createQuery(query).mapTo(Long.class).one();
    }
}
