package org.csrgrid.mapstore.commit;

final class CoinConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CoinConflictException(Coin coin, String description) {
        super(coin + ": " + description);
    }
}
