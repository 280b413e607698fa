package org.csrgrid.grid.cache;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A loader's answer. What it says of life goes before the layer's own, within the layer's bounds. */
public sealed interface Loaded<V> {

    /** How long the answer is fresh; null for as long as the layer says. */
    @Nullable
    Duration life();

    /** By which it is invalidated. */
    Set<String> tags();

    /** The same, fresh for so long. */
    Loaded<V> fresh(Duration life);

    /** The same with tags. */
    Loaded<V> tagged(String... tags);

    static <V> Value<V> value(V value) {
        return new Value<>(value, null, Set.of(), null);
    }

    /** The origin has no value. */
    static <V> Absent<V> absent() {
        return new Absent<>(null, Set.of());
    }

    /** The origin still has the value it was asked about; its tags stay as they were. */
    static <V> NotModified<V> notModified() {
        return new NotModified<>(null);
    }

    /** @param etag the origin's mark of this version, handed to the next load; null if it has none */
    record Value<V>(
            V value,
            @Nullable Duration life,
            Set<String> tags,
            @Nullable String etag) implements Loaded<V> {

        public Value {
            tags = Set.copyOf(tags);
        }

        @Override
        public Value<V> fresh(Duration newLife) {
            return new Value<>(value, newLife, tags, etag);
        }

        @Override
        public Value<V> tagged(String... newTags) {
            return new Value<>(value, life, Set.of(newTags), etag);
        }

        public Value<V> etag(String newEtag) {
            return new Value<>(value, life, tags, newEtag);
        }
    }

    /** There is no value. */
    record Absent<V>(@Nullable Duration life, Set<String> tags) implements Loaded<V> {

        public Absent {
            tags = Set.copyOf(tags);
        }

        @Override
        public Absent<V> fresh(Duration newLife) {
            return new Absent<>(newLife, tags);
        }

        @Override
        public Absent<V> tagged(String... newTags) {
            return new Absent<>(life, Set.of(newTags));
        }
    }

    /** The old value is still right. */
    record NotModified<V>(@Nullable Duration life) implements Loaded<V> {

        @Override
        public Set<String> tags() {
            return Set.of();
        }

        @Override
        public NotModified<V> fresh(Duration newLife) {
            return new NotModified<>(newLife);
        }

        @Override
        public Loaded<V> tagged(String... tags) {
            throw new UnsupportedOperationException("what is not modified keeps its tags");
        }
    }
}
