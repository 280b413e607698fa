package org.csrgrid.apinode.account;

import java.util.regex.Pattern;
import org.csrgrid.apinode.http.Violations;
import org.jspecify.annotations.Nullable;

/** The texts in requests about accounts. */
final class Texts {

    static final int SECRET_LIMIT = 100;
    static final int PASSWORD_LIMIT = 1_000;
    static final int NAME_LIMIT = 200;
    private static final int EMAIL_LIMIT = 254;
    private static final String NO_LANGUAGE = "en";
    private static final Pattern EMAIL = Pattern.compile(
            "[^\\s@\\p{Cntrl}\"<>(),;:]+@[^\\s@\\p{Cntrl}\"<>(),;:.]+(\\.[^\\s@\\p{Cntrl}\"<>(),;:.]+)+");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z]{2})?");

    private Texts() {}

    static String email(Violations violations, String pointer, @Nullable String value) {
        String text = violations.text(pointer, value, EMAIL_LIMIT);
        if (!text.isBlank() && !EMAIL.matcher(text).matches()) {
            violations.add(pointer, "expected: an e-mail address");
        }
        return text;
    }

    static String language(Violations violations, String pointer, @Nullable String value) {
        if (value != null && !LANGUAGE.matcher(value).matches()) {
            violations.add(pointer, "expected: a language such as en or nl-BE");
        }
        return value == null ? NO_LANGUAGE : value;
    }
}
