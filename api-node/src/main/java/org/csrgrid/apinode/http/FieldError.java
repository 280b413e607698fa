package org.csrgrid.apinode.http;

/**
 * One thing that is wrong with a request.
 *
 * @param in what {@code where} is: {@code pointer} (a JSON Pointer into the body), {@code parameter} or {@code header}
 */
public record FieldError(String in, String where, String detail) {

    public static FieldError body(String pointer, String detail) {
        return new FieldError("pointer", pointer, detail);
    }

    public static FieldError parameter(String name, String detail) {
        return new FieldError("parameter", name, detail);
    }

    public static FieldError header(String name, String detail) {
        return new FieldError("header", name, detail);
    }

    FieldError under(String prefix) {
        return new FieldError(in, prefix + where, detail);
    }
}
