package org.csrgrid.grid.creation;

import com.hazelcast.map.EntryProcessor;
import java.util.Map;

/** Takes an idempotency key unless it is taken, and answers who has it. Atomic over the key; a repeat answers the first. */
public record ReserveCreation(Creation wanted) implements EntryProcessor<String, Creation, Creation> {

    @Override
    public Creation process(Map.Entry<String, Creation> entry) {
        Creation earlier = entry.getValue();
        if (earlier != null) {
            return earlier;
        }
        entry.setValue(wanted);
        return wanted;
    }
}
