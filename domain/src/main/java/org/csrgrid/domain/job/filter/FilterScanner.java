package org.csrgrid.domain.job.filter;

/** Takes a filter's text apart from left to right. Belongs to one thread. */
final class FilterScanner {

    private static final String OPERATORS = ":~<>";

    private final String text;
    private int position;

    /** A value as written: a star at its end outside of quotes leaves the rest open. */
    record Value(String text, boolean isPrefix, int position) {}

    FilterScanner(String text) {
        this.text = text;
    }

    int position() {
        return position;
    }

    boolean skipBlanks() {
        while (hasMore() && Character.isWhitespace(current())) {
            position++;
        }
        return hasMore();
    }

    boolean take(char expected) {
        if (hasMore() && current() == expected) {
            position++;
            return true;
        }
        return false;
    }

    boolean isAtQuote() {
        return hasMore() && current() == '"';
    }

    /** The word up to a blank, a quote or an operator; empty if there is none. */
    String word() {
        int from = position;
        while (hasMore()
                && !Character.isWhitespace(current())
                && current() != '"'
                && OPERATORS.indexOf(current()) < 0) {
            position++;
        }
        return text.substring(from, position);
    }

    /** The operator here; empty if there is none. */
    String operator() {
        if (!hasMore() || OPERATORS.indexOf(current()) < 0) {
            return "";
        }
        char first = text.charAt(position++);
        boolean orEqual = (first == '<' || first == '>') && take('=');
        return orEqual ? first + "=" : String.valueOf(first);
    }

    Value value(String expected) {
        int from = position;
        Value value = isAtQuote() ? new Value(quoted(), take('*'), from) : plain();
        if (value.text().isEmpty() || (hasMore() && !Character.isWhitespace(current()) && current() != ',')) {
            throw refuse(position, expected);
        }
        return value;
    }

    /** The text between quotes, the first of which is here. */
    String quoted() {
        int from = position++;
        var content = new StringBuilder();
        while (hasMore() && current() != '"') {
            if (current() == '\\') {
                position++;
                if (!isAtQuote() && !(hasMore() && current() == '\\')) {
                    throw refuse(position, "a quote or a backslash after a backslash");
                }
            }
            content.append(current());
            position++;
        }
        if (!take('"')) {
            throw new JobFilterSyntaxException(from, text.substring(from), "a quote that ends it");
        }
        return content.toString();
    }

    private Value plain() {
        int from = position;
        while (hasMore() && !Character.isWhitespace(current()) && ",\"*".indexOf(current()) < 0) {
            position++;
        }
        return new Value(text.substring(from, position), take('*'), from);
    }

    JobFilterSyntaxException refuse(int at, String expected) {
        int end = at;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return new JobFilterSyntaxException(at, text.substring(at, end), expected);
    }

    private boolean hasMore() {
        return position < text.length();
    }

    private char current() {
        return text.charAt(position);
    }
}
