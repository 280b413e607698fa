package org.csrgrid.gridnode.payment;

/** A gateway did not answer, or answered that it is in trouble; what was asked may or may not have happened. */
public final class GatewayUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public GatewayUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    public GatewayUnavailableException(String message) {
        super(message);
    }
}
