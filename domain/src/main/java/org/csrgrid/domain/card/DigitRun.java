package org.csrgrid.domain.card;

/** Digits in a text with nothing but separators between them, at least as many as a card number has. */
final class DigitRun {

    /** Separators in a row that still belong to one number, as in {@code 4111 - 1111}. */
    static final int WIDEST_GAP = 3;

    private static final int LONGEST_GROUP = 7;
    private static final int LONGEST_TELEPHONE = 15;

    private final CharSequence text;
    private final int start;
    private final byte[] digits;
    /** Where groups of digits begin, as indexes into {@code digits}, with the end as the last. */
    private final int[] groups;
    /** Where each digit stands in the text. */
    private final int[] places;

    private final int count;
    private final int groupCount;

    DigitRun(CharSequence text, int start, int end) {
        this.text = text;
        this.start = start;
        digits = new byte[end - start];
        places = new int[end - start];
        groups = new int[end - start + 1];
        int found = 0;
        int begun = 0;
        for (int at = start; at < end; at++) {
            char character = text.charAt(at);
            if (CardNumbers.isDigit(character)) {
                if (at == start || !CardNumbers.isDigit(text.charAt(at - 1))) {
                    groups[begun++] = found;
                }
                places[found] = at;
                digits[found++] = (byte) Character.digit(character, 10);
            }
        }
        groups[begun] = found;
        count = found;
        groupCount = begun;
    }

    boolean hasCardNumber() {
        if (isTelephone()) {
            return false;
        }
        for (int first = 0; first < groupCount; first++) {
            for (int last = first; last < groupCount && size(first, last) <= CardNumbers.LONGEST; last++) {
                if (isCardNumber(first, last)) {
                    return true;
                }
                if (size(last, last) > LONGEST_GROUP) {
                    break;
                }
            }
        }
        return false;
    }

    private int size(int firstGroup, int lastGroup) {
        return groups[lastGroup + 1] - groups[firstGroup];
    }

    private boolean isCardNumber(int firstGroup, int lastGroup) {
        int size = size(firstGroup, lastGroup);
        if (size < CardNumbers.SHORTEST || (lastGroup > firstGroup && size(lastGroup, lastGroup) > LONGEST_GROUP)) {
            return false;
        }
        int from = groups[firstGroup];
        int to = groups[lastGroup + 1];
        int four = digits[from] * 1000 + digits[from + 1] * 100 + digits[from + 2] * 10 + digits[from + 3];
        return CardIssuer.exists(four, size)
                && CardNumbers.passesCheck(digits, from, to)
                && !isFraction(places[from])
                && !Surroundings.isFingerprint(text, places[from], places[to - 1] + 1)
                && !Surroundings.isUuid(text, places[from], places[to - 1] + 1)
                && !Surroundings.isIban(text, places[from], places[to - 1] + 1);
    }

    /** {@code +} and at most 15 digits: ITU-T E.164. */
    private boolean isTelephone() {
        return count <= LONGEST_TELEPHONE && start > 0 && text.charAt(start - 1) == '+';
    }

    /** The digits behind {@code 0.}, which is how long fractions are written. */
    private boolean isFraction(int place) {
        return place >= 2
                && text.charAt(place - 1) == '.'
                && text.charAt(place - 2) == '0'
                && (place == 2 || !CardNumbers.isDigit(text.charAt(place - 3)));
    }
}
