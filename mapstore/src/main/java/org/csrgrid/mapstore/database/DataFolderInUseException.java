package org.csrgrid.mapstore.database;

import java.nio.file.Path;

/** Another living process runs a database on the same data folder. */
public final class DataFolderInUseException extends EmbeddedDatabaseException {
    private static final long serialVersionUID = 1L;

    DataFolderInUseException(Path folder) {
        super(
                "%s is in use by another running CSR Grid: stop that one or choose another folder".formatted(folder),
                null);
    }
}
