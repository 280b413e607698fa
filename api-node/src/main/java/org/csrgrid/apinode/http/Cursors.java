package org.csrgrid.apinode.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/** Makes and reads the opaque {@code cursor} of a list: two numbers, signed so that nobody can make one up or use it with another list. */
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
        byte[] numbers = ByteBuffer.allocate(NUMBERS)
                .putLong(position.primary())
                .putLong(position.id())
                .array();
        byte[] all = Arrays.copyOf(numbers, NUMBERS + SIGNATURE);
        System.arraycopy(sign(list, numbers), 0, all, NUMBERS, SIGNATURE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** @throws ProblemException if it is none of ours for that list */
    public Position open(String list, String cursor) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(cursor);
            byte[] numbers = Arrays.copyOf(all, NUMBERS);
            boolean ours = all.length == NUMBERS + SIGNATURE
                    && MessageDigest.isEqual(
                            sign(list, numbers), Arrays.copyOfRange(all, NUMBERS, NUMBERS + SIGNATURE));
            if (ours) {
                ByteBuffer buffer = ByteBuffer.wrap(numbers);
                return new Position(buffer.getLong(), buffer.getLong());
            }
        } catch (IllegalArgumentException noBase64) {
            // Answered below like any other cursor that is not ours.
        }
        throw Problem.parameter("cursor", "expected: one from the previous page of the same list")
                .asException();
    }

    private byte[] sign(String list, byte[] numbers) {
        return Arrays.copyOf(hmac.of(list.getBytes(StandardCharsets.UTF_8), numbers), SIGNATURE);
    }
}
