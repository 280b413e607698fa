package org.csrgrid.config.grid;

import org.csrgrid.config.settings.GridSettings;

/** No member of the cluster answered a client in time. */
public final class GridUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GridUnreachableException(GridSettings settings) {
        super("no member of the cluster \"%s\" answered at %s within %s seconds (expected: a running grid member)"
                .formatted(
                        settings.clusterName(),
                        String.join(", ", settings.join()),
                        settings.clientConnectTimeout().toSeconds()));
    }
}
