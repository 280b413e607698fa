package org.csrgrid.apinode.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.csrgrid.domain.card.CardNumbers;

/**
 * Refuses what contains a payment card number. Neither the refusal nor the log says which number or where exactly: the value must not be anywhere.
 * Safe for use by many threads.
 */
public final class CardData {

    private static final int ESCAPE = 6;
    private static final int SHORTEST = 13;

    private CardData() {}

    /** The refusal; its document does not repeat the path that was asked for. */
    public static Problem refusal() {
        return Problem.of(ProblemType.CARD_DATA_REFUSED);
    }

    /** Whether a text, such as a path, a parameter, a header or a file's name, contains a card number. */
    public static boolean isIn(String text) {
        return CardNumbers.appearIn(text);
    }

    /** The same for a path or a query as it came, which may be percent-encoded. */
    public static boolean isInEncoded(String encoded) {
        return hasDigits(encoded) && (CardNumbers.appearIn(encoded) || CardNumbers.appearIn(decoded(encoded)));
    }

    /** Every digit, encoded or not and of whatever alphabet, takes one ASCII digit at least. */
    private static boolean hasDigits(String encoded) {
        int digits = 0;
        for (int i = 0; i < encoded.length(); i++) {
            char character = encoded.charAt(i);
            digits += character >= '0' && character <= '9' ? 1 : 0;
        }
        return digits >= SHORTEST;
    }

    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return encoded;
        }
    }

    /** The path, or a stand-in if it contains a card number; for what is logged or sent back. */
    static String masked(String path) {
        return isInEncoded(path) ? "/-" : path;
    }

    /**
     * Looks through a body of JSON or plain text, valid or not. JSON's escapes and other alphabets are read too.
     *
     * @throws ProblemException 422 if there is a card number in it
     */
    public static void refuseIn(byte[] body) {
        if (body.length == 0) {
            return;
        }
        String bytes = new String(body, StandardCharsets.ISO_8859_1);
        if (CardNumbers.appearIn(bytes) || (isMoreThanPlain(bytes) && CardNumbers.appearIn(spelledOut(body)))) {
            throw refusal().asException();
        }
    }

    private static boolean isMoreThanPlain(String bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            char character = bytes.charAt(i);
            if (character == '\\' || character > '\u007f') {
                return true;
            }
        }
        return false;
    }

    /** The text with its escapes replaced by what they stand for. */
    private static String spelledOut(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (text.indexOf('\\') < 0) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character != '\\' || i + 1 == text.length()) {
                plain.append(character);
            } else if (text.charAt(i + 1) == 'u' && i + ESCAPE <= text.length()) {
                plain.append(codeUnit(text, i + 2));
                i += ESCAPE - 1;
            } else {
                plain.append(isWhiteSpace(text.charAt(++i)) ? ' ' : text.charAt(i));
            }
        }
        return plain.toString();
    }

    private static boolean isWhiteSpace(char escaped) {
        return escaped == 'n' || escaped == 't' || escaped == 'r';
    }

    /** What four hexadecimal digits stand for; anything else is no JSON and no digit either. */
    private static char codeUnit(String text, int from) {
        int unit = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return '?';
            }
            unit = unit * 16 + digit;
        }
        return (char) unit;
    }
}
