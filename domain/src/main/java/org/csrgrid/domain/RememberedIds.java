package org.csrgrid.domain;

import java.util.Set;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/** Sets of ids that change one by one and are large at times: each change shares what stays with the set before. */
public final class RememberedIds {

    private RememberedIds() {}

    /** An unchangeable set with these ids; the same one if it is of this kind already. */
    public static PSet<Long> of(Set<Long> ids) {
        return ids instanceof PSet<Long> already ? already : HashTreePSet.from(ids);
    }
}
