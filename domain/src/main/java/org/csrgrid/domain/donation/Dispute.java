package org.csrgrid.domain.donation;

import java.util.Locale;
import org.csrgrid.domain.money.Money;

/** The cardholder's objection to a payment. The amount is what was not refunded when it was opened. */
public record Dispute(String gatewayId, Money amount, Status status) {

    public enum Status {
        OPEN,
        WON,
        LOST;

        public String jsonName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
