package org.csrgrid.grid.cache;

/**
 * Fetches a value from its origin. Runs on a virtual thread, once at a time per key in the whole cluster as far as leases can tell; it is interrupted when it
 * takes twice the hard time-out.
 */
@FunctionalInterface
public interface Loader<V> {

    /**
     * @return never null; {@link Loaded#absent} if the origin has no value
     * @throws Exception for any failure; the old value is served then if there is one
     */
    Loaded<V> load(LoadRequest<V> request) throws Exception;

    /** A loader that always has a value and leaves its life to the layer. */
    static <V> Loader<V> of(java.util.function.Function<String, V> origin) {
        return request -> Loaded.value(origin.apply(request.key()));
    }
}
