package org.csrgrid.bench.jobs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.csrgrid.bench.delivery.DeliveryHandler;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.gridnode.GridNodeProcess;
import org.csrgrid.gridnode.job.JobHandler;
import org.csrgrid.launcher.cluster.ChildMain;

/** {@code main} of a member that also runs the benches' jobs; which of them, system properties say. */
public final class BenchMember {

    /** Names the file of the {@link SharedTally} that counts no-op jobs. */
    public static final String TALLY = "csr.bench.tally";

    /** Set for members that run the jobs of the delivery proof. */
    public static final String DELIVERIES = "csr.bench.deliveries";

    private BenchMember() {}

    public static void main(String[] arguments) throws InterruptedException {
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        ChildMain.run(() -> GridNodeProcess.run(rest, BenchMember::handlers));
    }

    private static List<JobHandler<?>> handlers(Settings settings) {
        List<JobHandler<?>> handlers = new ArrayList<>();
        String tally = System.getProperty(TALLY);
        if (tally != null) {
            SharedTally shared = SharedTally.open(Path.of(tally));
            NoopJobs.TYPES.forEach(type -> handlers.add(new NoopHandler(type, shared)));
        }
        if (Boolean.getBoolean(DELIVERIES)) {
            handlers.addAll(DeliveryHandler.all(settings.database()));
        }
        return handlers;
    }
}
