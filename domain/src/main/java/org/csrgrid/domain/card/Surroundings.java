package org.csrgrid.domain.card;

/** Tells digits that happen to pass for a card number from one, by what they are a part of. Asked only about digits that passed every other test. */
final class Surroundings {

    private static final int SHORTEST_IBAN = 15;
    private static final int LONGEST_IBAN = 34;
    private static final String UUID = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

    private Surroundings() {}

    /** Whether the digits lie in a word of hexadecimal digits that has letters and the length of a span, trace or hash. */
    static boolean isFingerprint(CharSequence text, int start, int end) {
        int from = start;
        int to = end;
        while (from > 0 && isWordCharacter(text.charAt(from - 1))) {
            from--;
        }
        while (to < text.length() && isWordCharacter(text.charAt(to))) {
            to++;
        }
        int length = to - from;
        return to - from > end - start
                && (length == 16 || length == 24 || length == 32 || length == 40 || length == 64 || length == 128)
                && isHexadecimal(text, from, to);
    }

    /** Whether the digits lie in a UUID. */
    static boolean isUuid(CharSequence text, int start, int end) {
        int last = Math.min(start, text.length() - UUID.length());
        for (int from = Math.max(0, end - UUID.length()); from <= last; from++) {
            if (beginsUuid(text, from)) {
                return true;
            }
        }
        return false;
    }

    private static boolean beginsUuid(CharSequence text, int from) {
        for (int i = 0; i < UUID.length(); i++) {
            char character = text.charAt(from + i);
            boolean fits = UUID.charAt(i) == '-' ? character == '-' : Character.digit(character, 16) >= 0;
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** Whether the digits lie in an IBAN whose check digits fit (ISO 13616), written with or without spaces. */
    static boolean isIban(CharSequence text, int start, int end) {
        int letters = 0;
        for (int from = start; from >= 0 && letters <= LONGEST_IBAN; from--) {
            char character = text.charAt(from);
            if (!isWordCharacter(character) && character != ' ') {
                return false;
            }
            letters += character == ' ' ? 0 : 1;
            if (beginsIban(text, from) && passesIbanCheck(text, from, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean beginsIban(CharSequence text, int from) {
        return from + 4 <= text.length()
                && isCapital(text.charAt(from))
                && isCapital(text.charAt(from + 1))
                && isAsciiDigit(text.charAt(from + 2))
                && isAsciiDigit(text.charAt(from + 3))
                && (from == 0 || !isWordCharacter(text.charAt(from - 1)));
    }

    /** The account may end behind the digits: groups of letters or digits follow. */
    private static boolean passesIbanCheck(CharSequence text, int from, int digitsEnd) {
        var account = new StringBuilder(LONGEST_IBAN);
        for (int at = from; at < text.length() && account.length() < LONGEST_IBAN; at++) {
            char character = text.charAt(at);
            if (character == ' ') {
                continue;
            }
            if (!isCapital(character) && !isAsciiDigit(character)) {
                return false;
            }
            account.append(character);
            if (at + 1 >= digitsEnd && account.length() >= SHORTEST_IBAN && remainder(account) == 1) {
                return true;
            }
        }
        return false;
    }

    private static int remainder(CharSequence account) {
        int remainder = 0;
        for (int i = 0; i < account.length(); i++) {
            char character = account.charAt((i + 4) % account.length());
            remainder = isAsciiDigit(character)
                    ? (remainder * 10 + character - '0') % 97
                    : (remainder * 100 + character - 'A' + 10) % 97;
        }
        return remainder;
    }

    private static boolean isHexadecimal(CharSequence text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (Character.digit(text.charAt(at), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWordCharacter(char character) {
        return isAsciiDigit(character) || isCapital(character) || (character >= 'a' && character <= 'z');
    }

    private static boolean isAsciiDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isCapital(char character) {
        return character >= 'A' && character <= 'Z';
    }
}
