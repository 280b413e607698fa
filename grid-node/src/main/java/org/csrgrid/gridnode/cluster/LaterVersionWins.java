package org.csrgrid.gridnode.cluster;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.spi.merge.MergingValue;
import com.hazelcast.spi.merge.SplitBrainMergePolicy;
import org.csrgrid.domain.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * Heals a split: of two copies of an entry the one with the larger {@link Versioned#version} stays. The majority's stays on a tie and for values without
 * a version.
 */
public final class LaterVersionWins implements SplitBrainMergePolicy<Object, MergingValue<Object>, Object> {

    @Override
    public @Nullable Object merge(@Nullable MergingValue<Object> minority, @Nullable MergingValue<Object> majority) {
        Object ours = minority == null ? null : minority.getDeserializedValue();
        Object theirs = majority == null ? null : majority.getDeserializedValue();
        if (theirs == null) {
            return ours;
        }
        boolean later = ours instanceof Versioned mine
                && theirs instanceof Versioned others
                && mine.version() > others.version();
        return later ? ours : theirs;
    }

    @Override
    public void writeData(ObjectDataOutput out) {
        // It has no state.
    }

    @Override
    public void readData(ObjectDataInput in) {
        // It has no state.
    }
}
