package org.csrgrid.grid.lock;

import java.util.Map;
import org.csrgrid.domain.lock.Lock;

/** How operations read and write a lock's entry. */
final class LockChange {

    private LockChange() {}

    static Lock current(Map.Entry<String, Lock> entry) {
        Lock known = entry.getValue();
        return known == null ? Lock.free(entry.getKey()) : known;
    }

    /** Answers whether anything changed. */
    static boolean keep(Map.Entry<String, Lock> entry, Lock before, Lock after) {
        if (before.version() == after.version()) {
            return false;
        }
        entry.setValue(after);
        return true;
    }
}
