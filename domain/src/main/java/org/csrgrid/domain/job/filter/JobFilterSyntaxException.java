package org.csrgrid.domain.job.filter;

/** A filter that cannot be read. */
public final class JobFilterSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 60;

    private final int position;
    private final String found;
    private final String expected;

    JobFilterSyntaxException(int position, String found, String expected) {
        super("filter at %d: found %s (expected: %s)".formatted(position, shown(found), expected));
        this.position = position;
        this.found = shown(found);
        this.expected = expected;
    }

    /** Where it goes wrong: characters before that place, from 0. */
    public int position() {
        return position;
    }

    /** What stands there, quoted and cut if long, or "the end". */
    public String found() {
        return found;
    }

    /** What could stand there instead, in words. */
    public String expected() {
        return expected;
    }

    private static String shown(String found) {
        if (found.isEmpty()) {
            return "the end";
        }
        return found.length() <= SHOWN ? "\"" + found + "\"" : "\"" + found.substring(0, SHOWN) + "…\"";
    }
}
