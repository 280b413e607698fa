package org.csrgrid.grid.audit;

import java.util.List;

/** @param more whether there are further entries after the last one */
public record AuditPage(List<ListedEntry> entries, boolean more) {

    public AuditPage {
        entries = List.copyOf(entries);
    }
}
