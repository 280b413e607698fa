package org.csrgrid.grid.job;

import java.util.List;
import java.util.function.Function;

/** Finds an entry's own part in an operation that carries the parts of many. */
final class Sorted {

    private Sorted() {}

    /**
     * @param parts in ascending order of their ids
     * @return the index of the part with this id, negative if there is none
     */
    static <T> int indexOf(List<T> parts, Function<T, String> idOf, String id) {
        int low = 0;
        int high = parts.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = idOf.apply(parts.get(middle)).compareTo(id);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
