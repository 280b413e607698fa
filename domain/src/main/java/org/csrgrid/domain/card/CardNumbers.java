package org.csrgrid.domain.card;

/**
 * Finds payment card numbers in text: 13 to 19 digits, written at one go or in groups of at most seven with spaces or dashes between, that an issuer has
 * and whose check digit fits. Telephone numbers in international form, IBANs, UUIDs and hexadecimal fingerprints are known and passed over. One pass over
 * the text; nothing is allocated before 13 digits follow each other. Pure; the number found is never handed out.
 */
public final class CardNumbers {

    static final int SHORTEST = 13;
    static final int LONGEST = 19;

    private CardNumbers() {}

    /** Whether there is a card number anywhere in the text. */
    public static boolean appearIn(CharSequence text) {
        int length = text.length();
        for (int at = 0; length - at >= SHORTEST; at++) {
            if (isDigit(text.charAt(at))) {
                int end = endOfRun(text, at);
                if (end < 0) {
                    at = -end - 1;
                } else if (new DigitRun(text, at, end).hasCardNumber()) {
                    return true;
                } else {
                    at = end - 1;
                }
            }
        }
        return false;
    }

    /** Where the digits and separators that begin here end; negated if there are too few digits for a card. */
    private static int endOfRun(CharSequence text, int start) {
        int digits = 0;
        int gap = 0;
        int end = start;
        for (int at = start; at < text.length() && gap <= DigitRun.WIDEST_GAP; at++) {
            char character = text.charAt(at);
            if (isDigit(character)) {
                digits++;
                gap = 0;
                end = at + 1;
            } else if (isSeparator(character)) {
                gap++;
            } else {
                break;
            }
        }
        return digits < SHORTEST ? -end : end;
    }

    /** ASCII digits and, because a browser's keyboard may write them, every other script's. */
    static boolean isDigit(char character) {
        return character >= '0' && character <= '9' || character > '\u007f' && Character.isDigit(character);
    }

    static boolean isSeparator(char character) {
        return switch (character) {
            case ' ', '-', '\t', '\n', '\r', '\u00a0', '\u2007', '\u2010', '\u2011', '\u2012', '\u2013', '\u202f' ->
                true;
            default -> false;
        };
    }

    /** The check of ISO/IEC 7812: every second digit from the right counts twice. */
    static boolean passesCheck(byte[] digits, int from, int to) {
        int sum = 0;
        boolean twice = false;
        for (int i = to - 1; i >= from; i--) {
            int digit = twice ? digits[i] * 2 : digits[i];
            sum += digit > 9 ? digit - 9 : digit;
            twice = !twice;
        }
        return sum % 10 == 0;
    }
}
