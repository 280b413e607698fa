package org.csrgrid.apinode.account;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a new password must be: long enough, and nothing that is tried first. No kinds of characters are asked for, none is refused, and none is cut off.
 * Safe for use by many threads.
 */
final class PasswordPolicy {

    private static final int SHORTEST_WORD = 4;
    private static final int FEWEST_CHARACTERS = 5;
    /** So many digits and signs around a common password make it no better. */
    private static final int WORTHLESS_PADDING = 6;

    private static final int WORTHLESS_DIGITS = 20;
    private static final Pattern DIGITS = Pattern.compile("[\\p{N}\\p{P}\\p{S}\\p{Z}]+");
    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final List<String> OURS = List.of("csr-grid", "csrgrid");

    private final int shortest;
    private final CommonPasswords common;

    PasswordPolicy(int shortest) {
        this.shortest = shortest;
        common = CommonPasswords.shipped();
    }

    /**
     * What is expected of the password and not so, or empty if it will do.
     *
     * @param owner what is known of its owner, such as address and name, none of which may be in it
     */
    Optional<String> objection(String password, List<String> owner) {
        String lower = password.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < shortest) {
            return Optional.of("expected: %d characters or more".formatted(shortest));
        }
        if (forms(lower).anyMatch(this::isCommon) || isMonotonous(lower)) {
            return Optional.of("expected: not one of the passwords that are tried first");
        }
        return Stream.concat(OURS.stream(), owner.stream().flatMap(PasswordPolicy::words))
                        .anyMatch(lower::contains)
                ? Optional.of("expected: neither your name, your address nor ours in it")
                : Optional.empty();
    }

    private static Stream<String> words(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String local = lower.contains("@") ? lower.substring(0, lower.indexOf('@')) : lower;
        return WORDS.splitAsStream(local).filter(word -> word.length() >= SHORTEST_WORD);
    }

    private boolean isCommon(String form) {
        return common.contains(form);
    }

    /** The password as it is, without signs in place of letters, without what stands around it, and once if it is repeated. */
    private static Stream<String> forms(String lower) {
        return Stream.of(lower, plain(lower))
                .flatMap(form -> Stream.of(form, core(form)))
                .flatMap(form -> Stream.of(form, once(form)));
    }

    private static String plain(String text) {
        return text.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('@', 'a')
                .replace('5', 's')
                .replace('$', 's')
                .replace('7', 't');
    }

    private static String core(String text) {
        String core = AROUND.matcher(text).replaceAll("");
        return text.length() - core.length() <= WORTHLESS_PADDING ? core : text;
    }

    private static String once(String text) {
        int unit = (text + text).indexOf(text, 1);
        return unit < text.length() ? text.substring(0, unit) : text;
    }

    private static boolean isMonotonous(String lower) {
        boolean onlyDigits =
                lower.length() < WORTHLESS_DIGITS && DIGITS.matcher(lower).matches();
        return onlyDigits || lower.codePoints().distinct().count() < FEWEST_CHARACTERS || isSequence(lower);
    }

    private static boolean isSequence(String text) {
        int step = text.charAt(1) - text.charAt(0);
        for (int i = 2; i < text.length(); i++) {
            if (text.charAt(i) - text.charAt(i - 1) != step) {
                return false;
            }
        }
        return true;
    }
}
