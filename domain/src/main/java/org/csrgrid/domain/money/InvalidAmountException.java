package org.csrgrid.domain.money;

/** A text that is no amount of the wanted currency; the message names the value and the expectation. */
public final class InvalidAmountException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public InvalidAmountException(String message) {
        super(message);
    }
}
