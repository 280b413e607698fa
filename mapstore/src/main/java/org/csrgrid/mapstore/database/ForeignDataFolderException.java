package org.csrgrid.mapstore.database;

import java.nio.file.Path;

/** The data folder holds files that are not ours; nothing in it was touched. */
public final class ForeignDataFolderException extends EmbeddedDatabaseException {
    private static final long serialVersionUID = 1L;

    ForeignDataFolderException(Path folder, String found) {
        super("%s is not a CSR Grid data folder (found %s): choose an empty one".formatted(folder, found), null);
    }
}
