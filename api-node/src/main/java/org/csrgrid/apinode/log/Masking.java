package org.csrgrid.apinode.log;

import java.util.regex.Pattern;
import org.csrgrid.domain.card.CardNumbers;

/** The last net under what is logged: the code does not log secrets, but libraries and texts from outside may. Pure. */
final class Masking {

    private static final String MASK = "***";

    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{5,}\\.[\\w-]+(\\.[\\w-]*)?|\\bwhsec_[\\w+/=-]+|\\$argon2\\S+");
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic)\\s+[\\w.~+/=-]{6,}");
    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:password|passwd|secret|token|api[-_]?key|private[-_]?key|payload[-_]?key|recovery[-_]?code|authorization|cookie)"
                    + "[\\w-]{0,12}\"?\\s{0,3}[:=]\\s{0,3}\"?)[^\\s\",;&}\\]]+");
    private static final Pattern CARD = Pattern.compile("[0-9](?:[ -]{0,3}[0-9]){12,18}");
    private static final Pattern CREDENTIALS = Pattern.compile("(://[^/\\s:@]{0,100}):[^/\\s@]{1,200}@");

    private Masking() {}

    /** The text without what looks like a secret or a card number. */
    static String mask(String text) {
        String masked = text;
        if (maySayASecret(text)) {
            masked = TOKEN.matcher(masked).replaceAll(MASK);
            masked = BEARER.matcher(masked).replaceAll("$1 " + MASK);
            masked = NAMED.matcher(masked).replaceAll("$1" + MASK);
            masked = CREDENTIALS.matcher(masked).replaceAll("$1:" + MASK + "@");
        }
        return CardNumbers.appearIn(masked) ? CARD.matcher(masked).replaceAll(MASK) : masked;
    }

    /** Cheap and never wrong about a no: each pattern needs one of these. */
    private static boolean maySayASecret(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '=' || character == ':' || character == '$' || character == '_') {
                return true;
            }
        }
        return text.contains("eyJ") || text.toLowerCase(java.util.Locale.ROOT).matches("(?s).*\\b(bearer|basic)\\s.*");
    }

    /** The text on one line: what would end a line or steer a terminal is written as an escape. */
    static String onOneLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                return escaped(text);
            }
        }
        return text;
    }

    private static boolean isControl(char character) {
        return Character.isISOControl(character) || character == '\u2028' || character == '\u2029';
    }

    private static String escaped(String text) {
        var line = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                    if (isControl(character)) {
                        line.append("\\u%04x".formatted((int) character));
                    } else {
                        line.append(character);
                    }
                }
            }
        }
        return line.toString();
    }
}
