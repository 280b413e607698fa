package org.csrgrid.apinode.http;

import io.helidon.webserver.http.ServerRequest;

/** Ids are 64-bit numbers inside and strings of digits outside. */
public final class Ids {

    /** What {@link #parse} answers for a text that is no id. */
    public static final long NONE = 0;

    private static final int MOST_DIGITS = 19;

    private Ids() {}

    /** The positive number a text of 1 to 19 digits stands for, or {@link #NONE}. */
    public static long parse(String text) {
        int length = text.length();
        if (length == 0 || length > MOST_DIGITS) {
            return NONE;
        }
        long id = 0;
        for (int i = 0; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            id = id * 10 + digit;
        }
        return Math.max(id, NONE);
    }

    /**
     * The {@code {id}} of the path.
     *
     * @throws ProblemException (not found) if it is no id
     */
    public static long ofPath(ServerRequest request) {
        long id = parse(request.path().pathParameters().get("id"));
        if (id == NONE) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        return id;
    }
}
