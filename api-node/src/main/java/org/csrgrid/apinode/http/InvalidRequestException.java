package org.csrgrid.apinode.http;

import java.util.List;

/** A request record was built from values that are not accepted; pointers are relative to the record. */
public final class InvalidRequestException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private final transient List<FieldError> errors;

    public InvalidRequestException(List<FieldError> errors) {
        super(errors.toString());
        this.errors = List.copyOf(errors);
    }

    public List<FieldError> errors() {
        return errors;
    }
}
