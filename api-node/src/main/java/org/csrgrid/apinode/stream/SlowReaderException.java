package org.csrgrid.apinode.stream;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A reader was dropped because it kept the node from writing for too long. Its connection is closed. */
public final class SlowReaderException extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    SlowReaderException(IOException cause) {
        super(cause);
    }
}
