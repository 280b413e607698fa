package org.csrgrid.sandbox.payment;

/** An amount or currency from outside that cannot be read; the message says what was expected. */
public final class InvalidMoneyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidMoneyException(String message) {
        super(message);
    }

    InvalidMoneyException(String message, Throwable cause) {
        super(message, cause);
    }
}
