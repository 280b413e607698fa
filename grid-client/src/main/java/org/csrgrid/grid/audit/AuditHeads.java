package org.csrgrid.grid.audit;

import java.util.List;
import org.csrgrid.domain.audit.SignedHead;

/** @param newest number of the newest head there is, or 0 */
public record AuditHeads(List<SignedHead> heads, long newest) {

    public AuditHeads {
        heads = List.copyOf(heads);
    }
}
