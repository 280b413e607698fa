package org.csrgrid.gridnode.job;

/** The work cannot be done however often it is tried; a person has to look. */
public final class JobRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JobRejectedException(String reason) {
        super(reason);
    }
}
