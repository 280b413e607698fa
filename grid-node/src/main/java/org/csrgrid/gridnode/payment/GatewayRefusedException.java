package org.csrgrid.gridnode.payment;

/** A gateway understood and said no; asking again does not help. */
public final class GatewayRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final int status;

    public GatewayRefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The HTTP status of the refusal. */
    public int status() {
        return status;
    }
}
