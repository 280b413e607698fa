package org.csrgrid.apinode.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * Makes and reads the opaque {@code cursor} of a list: two numbers or a text, signed so that nobody can make one up or use it with another list.
 */
public final class Cursors {

    private static final int NUMBERS = 16;
    private static final int SIGNATURE = 8;

    private final Hmac hmac;

    public Cursors(Hmac key) {
        hmac = key.derive("cursors");
    }

    /** Where a page ended. */
    public record Position(long primary, long id) {}

    /** @param list names the list and its order; only the same text reads the cursor again */
    public String seal(String list, Position position) {
        return sealed(
                list,
                ByteBuffer.allocate(NUMBERS)
                        .putLong(position.primary())
                        .putLong(position.id())
                        .array());
    }

    /** The same for a list whose positions are texts. */
    public String sealText(String list, String position) {
        return sealed(list, position.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ProblemException if it is none of ours for that list */
    public Position open(String list, String cursor) {
        byte[] numbers = opened(list, cursor);
        if (numbers.length != NUMBERS) {
            throw notOurs();
        }
        ByteBuffer buffer = ByteBuffer.wrap(numbers);
        return new Position(buffer.getLong(), buffer.getLong());
    }

    /** @throws ProblemException if it is none of ours for that list */
    public String openText(String list, String cursor) {
        return new String(opened(list, cursor), StandardCharsets.UTF_8);
    }

    private String sealed(String list, byte[] position) {
        byte[] all = Arrays.copyOf(position, position.length + SIGNATURE);
        System.arraycopy(sign(list, position), 0, all, position.length, SIGNATURE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    private byte[] opened(String list, String cursor) {
        byte[] all = decoded(cursor);
        int length = all.length - SIGNATURE;
        if (length < 0) {
            throw notOurs();
        }
        byte[] position = Arrays.copyOf(all, length);
        if (!MessageDigest.isEqual(sign(list, position), Arrays.copyOfRange(all, length, all.length))) {
            throw notOurs();
        }
        return position;
    }

    private static byte[] decoded(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException noBase64) {
            throw notOurs();
        }
    }

    private static ProblemException notOurs() {
        return Problem.parameter("cursor", "expected: one from the previous page of the same list")
                .asException();
    }

    private byte[] sign(String list, byte[] position) {
        return Arrays.copyOf(hmac.of(list.getBytes(StandardCharsets.UTF_8), position), SIGNATURE);
    }
}
