package org.csrgrid.grid.cache;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Loads many keys, most urgent first, at a steady pace. */
final class WarmUp<V> {

    private final CacheLayer<V> layer;
    private final CacheEnvironment environment;

    WarmUp(CacheLayer<V> layer, CacheEnvironment environment) {
        this.layer = layer;
        this.environment = environment;
    }

    WarmProgress run(Collection<WarmItem<V>> items, Duration spread, Consumer<WarmProgress> progress)
            throws InterruptedException {
        List<WarmItem<V>> inOrder = items.stream()
                .sorted(Comparator.comparingInt((WarmItem<V> item) -> item.priority())
                        .reversed())
                .toList();
        WarmProgress reached = new WarmProgress(inOrder.size(), 0, 0);
        long begun = environment.nanos().getAsLong();
        for (WarmItem<V> item : inOrder) {
            pauseUntil(begun + spread.toNanos() / inOrder.size() * reached.done());
            reached = isWarm(item)
                    ? new WarmProgress(reached.total(), reached.warmed() + 1, reached.failed())
                    : new WarmProgress(reached.total(), reached.warmed(), reached.failed() + 1);
            progress.accept(reached);
        }
        return reached;
    }

    private boolean isWarm(WarmItem<V> item) {
        try {
            layer.get(item.key(), item.loader());
            return true;
        } catch (CacheLoadException failed) {
            return false;
        }
    }

    private void pauseUntil(long nanos) throws InterruptedException {
        long pause = nanos - environment.nanos().getAsLong();
        if (pause > 0) {
            TimeUnit.NANOSECONDS.sleep(pause);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
