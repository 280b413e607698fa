package org.csrgrid.gridnode.warming;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csrgrid.grid.job.HouseJobs;
import org.csrgrid.grid.job.JobType;
import org.csrgrid.gridnode.job.JobContext;
import org.csrgrid.gridnode.job.JobHandler;
import org.csrgrid.gridnode.job.JobRejectedException;

/** Runs cache warmers one after the other. An attempt after a crash goes on with the first that was not done. */
public final class WarmCache implements JobHandler<HouseJobs.WarmWork> {

    private final Map<String, CacheWarmer> warmers = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if two have the same name */
    public WarmCache(List<CacheWarmer> warmers) {
        for (CacheWarmer warmer : warmers) {
            if (this.warmers.putIfAbsent(warmer.name(), warmer) != null) {
                throw new IllegalArgumentException(
                        "warmer: \"%s\" (expected: one of that name)".formatted(warmer.name()));
            }
        }
    }

    @Override
    public JobType<HouseJobs.WarmWork> type() {
        return HouseJobs.WARM_CACHE;
    }

    @Override
    public void run(HouseJobs.WarmWork work, JobContext context) throws InterruptedException {
        List<String> names = work.names().isEmpty() ? List.copyOf(warmers.keySet()) : work.names();
        List<String> unknown =
                names.stream().filter(name -> !warmers.containsKey(name)).toList();
        if (!unknown.isEmpty()) {
            throw new JobRejectedException("names: %s (expected: of %s)".formatted(unknown, warmers.keySet()));
        }
        String cursor = context.job().trace().cursor();
        // A name that is not there any more has index -1, so everything is warmed.
        int begin = cursor == null ? 0 : names.indexOf(cursor) + 1;
        for (int done = begin; done < names.size(); done++) {
            warm(names.get(done), context);
            context.saveCursor(names.get(done));
        }
    }

    private void warm(String name, JobContext context) throws InterruptedException {
        CacheWarmer warmer = java.util.Objects.requireNonNull(warmers.get(name));
        warmer.warm((done, total) -> {
            context.progress(done, total, name);
            context.checkpoint();
        });
        context.log(name + " is warm");
    }
}
