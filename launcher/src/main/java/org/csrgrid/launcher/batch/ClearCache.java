package org.csrgrid.launcher.batch;

import java.util.concurrent.Callable;
import org.csrgrid.grid.cache.CacheLayer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code csr batch cache clear}: a layer, what has a tag, or one key. A repeat is harmless. */
@Command(
        name = "clear",
        mixinStandardHelpOptions = true,
        description = "Removes a whole layer, all that has a tag, or one key, for all processes.")
final class ClearCache implements Callable<Integer> {

    @Mixin
    private final GridOptions options = new GridOptions();

    @Parameters(paramLabel = "LAYER", description = "As stats shows it.")
    private String layer = "";

    @ArgGroup
    private Part part = new Part();

    /** Not more than one can be said; nothing is the whole layer. */
    static final class Part {

        @Option(names = "--tag", paramLabel = "TAG", description = "Only what has this tag, such as campaign:7.")
        private @Nullable String tag;

        @Option(names = "--key", paramLabel = "KEY", description = "Only this key.")
        private @Nullable String key;
    }

    @Override
    public Integer call() {
        return options.onGrid((grid, settings) -> CacheLayers.with(grid, settings, layer, this::clear));
    }

    private int clear(CacheLayer<String> opened) {
        String what = "all";
        if (part.tag != null) {
            what = "tag " + part.tag;
            opened.removeTag(part.tag);
        } else if (part.key != null) {
            what = "key " + part.key;
            opened.remove(part.key);
        } else {
            opened.clear();
        }
        new Table("layer", "removed").row(layer, what).print(options.out(), options.json());
        return GridOptions.DONE;
    }
}
