package org.csrgrid.mapstore.commit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One thread per row, all let go at the same moment. */
final class Callers {
    private Callers() {}

    /** Calls {@code action} for every row at once; gives each row's exception, if any, in the order of the rows. */
    static <R> List<Optional<Throwable>> all(List<R> rows, Consumer<R> action) throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calls = rows.stream()
                    .<Future<?>>map(row -> threads.submit(() -> {
                        start.await();
                        action.accept(row);
                        return null;
                    }))
                    .toList();
            start.countDown();
            return calls.stream().map(Callers::failureOf).toList();
        }
    }

    private static Optional<Throwable> failureOf(Future<?> call) {
        try {
            call.get(60, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (ExecutionException failure) {
            return Optional.of(failure.getCause());
        } catch (Exception stuck) {
            return Optional.of(stuck);
        }
    }
}
