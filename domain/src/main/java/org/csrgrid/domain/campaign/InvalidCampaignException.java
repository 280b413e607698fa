package org.csrgrid.domain.campaign;

/** A campaign that cannot be; names the offending field as a JSON Pointer. */
public final class InvalidCampaignException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private final String pointer;

    public InvalidCampaignException(String pointer, String expectation) {
        super(expectation);
        this.pointer = pointer;
    }

    public String pointer() {
        return pointer;
    }
}
