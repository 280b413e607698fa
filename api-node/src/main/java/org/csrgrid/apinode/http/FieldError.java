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

    /** A field's name as one step of a JSON Pointer (RFC 6901). */
    public static String step(String field) {
        return "/" + field.replace("~", "~0").replace("/", "~1");
    }

    FieldError under(String prefix) {
        return new FieldError(in, prefix + where, detail);
    }
}
