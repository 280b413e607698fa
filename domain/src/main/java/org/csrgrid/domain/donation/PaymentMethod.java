package org.csrgrid.domain.donation;

import java.util.Locale;

/** How the donor pays. The lower-case name is the JSON form. */
public enum PaymentMethod {
    CARD(true),
    IDEAL(true),
    BANCONTACT(true),
    SOFORT(true),
    SEPA(true),
    PAYPAL(true),
    BANK_TRANSFER(true),
    /** Deducted from the salary by the employer; captured as soon as the pledge is processed. */
    PAYROLL(false),
    CORPORATE_ACCOUNT(false);

    private final boolean throughGateway;

    PaymentMethod(boolean throughGateway) {
        this.throughGateway = throughGateway;
    }

    public boolean throughGateway() {
        return throughGateway;
    }

    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
