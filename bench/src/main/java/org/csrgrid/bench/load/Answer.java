package org.csrgrid.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One HTTP/1.1 answer, read from the bytes of a connection as they come in. Needs a Content-Length; belongs to one thread. */
public final class Answer {

    private static final int START_SIZE = 8 * 1024;
    private static final int STATUS_AT = 9;

    private byte[] bytes = new byte[START_SIZE];
    private int length;
    private int scanned;
    private int headEnd = -1;
    private int end = -1;
    private int status;

    Answer() {}

    /** The status code, such as 200. */
    public int status() {
        return status;
    }

    /** The value of a header, without surrounding blanks; null if there is none. The name's case does not matter. */
    public @Nullable String header(String name) {
        int at = find(name);
        return at < 0 ? null : new String(bytes, at, lineEnd(at) - at, StandardCharsets.ISO_8859_1).strip();
    }

    /** The body as text. */
    public String text() {
        return new String(bytes, headEnd, end - headEnd, StandardCharsets.UTF_8);
    }

    /** Where the next bytes go. */
    byte[] room() {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        return bytes;
    }

    int filled() {
        return length;
    }

    /** Counts bytes that were put behind what was filled; whether the answer is complete now. */
    boolean add(int count) {
        length += count;
        if (headEnd < 0) {
            readHead();
        }
        return headEnd >= 0 && length >= end;
    }

    void clear() {
        length = 0;
        scanned = 0;
        headEnd = -1;
        end = -1;
    }

    private void readHead() {
        for (int at = Math.max(scanned, 3); at < length; at++) {
            if (bytes[at] == '\n' && bytes[at - 1] == '\r' && bytes[at - 2] == '\n' && bytes[at - 3] == '\r') {
                headEnd = at + 1;
                status = number(STATUS_AT, STATUS_AT + 3);
                end = headEnd + contentLength();
                return;
            }
        }
        scanned = length;
    }

    private int contentLength() {
        int at = find("content-length");
        if (at >= 0) {
            return number(at, lineEnd(at));
        }
        if (status == 204 || status == 304) {
            return 0;
        }
        throw new UnreadableAnswerException(
                "status %d without Content-Length (expected: answers with one)".formatted(status));
    }

    private int number(int from, int to) {
        int value = 0;
        for (int at = from; at < to; at++) {
            if (bytes[at] >= '0' && bytes[at] <= '9') {
                value = value * 10 + bytes[at] - '0';
            }
        }
        return value;
    }

    /** Where the value of a header begins, or -1. */
    private int find(String name) {
        for (int line = lineEnd(0) + 2; line < headEnd - 2; line = lineEnd(line) + 2) {
            if (matches(line, name)) {
                return line + name.length() + 1;
            }
        }
        return -1;
    }

    private boolean matches(int line, String name) {
        if (line + name.length() >= headEnd || bytes[line + name.length()] != ':') {
            return false;
        }
        for (int at = 0; at < name.length(); at++) {
            if (Character.toLowerCase((char) bytes[line + at]) != Character.toLowerCase(name.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private int lineEnd(int from) {
        int at = from;
        while (bytes[at] != '\r') {
            at++;
        }
        return at;
    }
}
