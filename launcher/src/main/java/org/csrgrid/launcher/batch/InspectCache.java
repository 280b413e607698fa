package org.csrgrid.launcher.batch;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.csrgrid.grid.cache.CacheLayer;
import org.csrgrid.grid.cache.KeptEntry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code csr batch cache inspect}: what the grid keeps of a key, without the value. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = "Shows what the grid keeps of a key: how fresh, how large, with which tags; not its value.")
final class InspectCache implements Callable<Integer> {

    @Mixin
    private final GridOptions options = new GridOptions();

    @Parameters(index = "0", paramLabel = "LAYER", description = "As stats shows it.")
    private String layer = "";

    @Parameters(index = "1", paramLabel = "KEY", description = "Such as total-donations:month.")
    private String key = "";

    @Override
    public Integer call() {
        return options.onGrid((grid, settings) -> CacheLayers.with(grid, settings, layer, this::show));
    }

    private int show(CacheLayer<String> opened) {
        Optional<KeptEntry> found = opened.inspect(key);
        if (found.isEmpty()) {
            return options.refuse("layer %s keeps nothing under the key %s".formatted(layer, key));
        }
        KeptEntry entry = found.get();
        new Table("what", "value")
                .row("state", entry.state().name().toLowerCase(Locale.ROOT))
                .row("value", entry.isAbsent() ? "the origin has none" : "there is one")
                .row("bytes", entry.bytes())
                .row("unpacked", entry.unpackedBytes())
                .row("created", entry.createdAt())
                .row("freshUntil", entry.freshUntil())
                .row("staleUntil", entry.staleUntil())
                .row("tags", String.join(" ", new TreeSet<>(entry.tags())))
                .row("etag", entry.etag() == null ? "" : entry.etag())
                .row("loading", text(entry.loadingUntil()))
                .print(options.out(), options.json());
        return GridOptions.DONE;
    }

    private static String text(@Nullable Instant loadingUntil) {
        return loadingUntil == null ? "no" : "at most until " + loadingUntil;
    }
}
