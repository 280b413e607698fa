package org.csrgrid.grid.cache.slot;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.ExtendedMapEntry;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An operation on one slot, atomic where the slot lives. A slot is kept until its value and its lease are of no more use. */
public interface ChangeSlot<R> extends EntryProcessor<String, Slot, R> {

    /** By how much clocks may differ before a slot goes too early. */
    long MARGIN_MICROS = 5_000_000;

    /** Microseconds since 1970 by the caller's clock. */
    long now();

    /** Decides on the slot as it is, an empty one if there is none. */
    R change(Slot slot, Target target);

    @Override
    default R process(Map.Entry<String, Slot> entry) {
        @Nullable Slot slot = entry.getValue();
        return change(slot == null ? Slot.EMPTY : slot, changed -> set(entry, changed));
    }

    private void set(Map.Entry<String, Slot> entry, Slot changed) {
        long keepMicros = changed.keepUntil() - now();
        if (changed.stored() == null && keepMicros <= 0) {
            remove(entry);
        } else if (entry instanceof ExtendedMapEntry<String, Slot> extended) {
            extended.setValue(changed, Math.max(0, keepMicros) + MARGIN_MICROS, TimeUnit.MICROSECONDS);
        } else {
            entry.setValue(changed);
        }
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"}) // null removes an entry
    private static void remove(Map.Entry<String, Slot> entry) {
        entry.setValue(null);
    }

    /** Where the changed slot goes; an empty one is removed. */
    interface Target {
        void set(Slot changed);
    }
}
