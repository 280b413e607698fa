package org.csrgrid.config.binding;

/**
 * Thrown by a settings record's constructor for what a range cannot say, such as one value being below another. The
 * binder turns it into a {@link SettingsProblem} with the place where the component was set.
 */
public final class UnfitSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String component;
    private final String expectation;

    /**
     * @param component the name of the record component, as written in Java
     * @param expectation completes "expected: …"
     */
    public UnfitSettingException(String component, String expectation) {
        super("%s is unfit (expected: %s)".formatted(component, expectation));
        this.component = component;
        this.expectation = expectation;
    }

    String component() {
        return component;
    }

    String expectation() {
        return expectation;
    }
}
