package org.csrgrid.launcher.verify;

/** What must hold whenever the system is quiet. */
public enum Invariant {
    I1("debits equal credits, and each account holds what the donations say"),
    I2("campaign totals in grid and MySQL are the fold of the ledger"),
    I3("0 <= refunded <= captured; a full refund leaves no match"),
    I4("matches stay within employee-year, campaign and programme caps"),
    I5("one pledge per idempotency key, one capture per payment"),
    I6("the gateway's succeeded payments are the captured donations"),
    I7("legal transitions without gaps; grid and MySQL stand where they end"),
    I8("every donation of the ledger is in MySQL, to its last entry"),
    I9("nothing is there twice; what was acknowledged is there once"),
    I10("exchange rates are frozen, and 1 within a currency"),
    I15("nothing is unsaved; grid and MySQL hold the same");

    private final String sentence;

    Invariant(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
