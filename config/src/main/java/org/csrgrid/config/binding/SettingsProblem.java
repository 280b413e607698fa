package org.csrgrid.config.binding;

import java.util.Optional;

/**
 * One reason why the settings cannot be used.
 *
 * @param source where it stands: {@code config/csr.yaml:12}, an environment variable, {@code override}; empty when
 *     the trouble is that nothing stands anywhere
 * @param key the setting; empty when the trouble is with the whole file
 * @param finding what is wrong and what was expected, in one line and without any secret
 */
public record SettingsProblem(String source, String key, String finding) {
    private static final int LONGEST_VALUE = 80;

    static SettingsProblem unfit(GivenValue given, SettingKey setting, String expectation) {
        String value = setting.secret() ? "****" : quote(given.text());
        return new SettingsProblem(given.source(), setting.key(), "%s (expected: %s)".formatted(value, expectation));
    }

    static SettingsProblem unknown(String source, String key, Optional<String> closest) {
        String hint = closest.map(" (did you mean %s?)"::formatted).orElse("");
        return new SettingsProblem(source, key, "there is no such setting" + hint);
    }

    /** A setting that must be set and is not. */
    public static SettingsProblem missing(SettingKey setting) {
        return new SettingsProblem(
                "",
                setting.key(),
                "not set (expected: %s, for example in %s)"
                        .formatted(setting.expectation(), setting.environmentName()));
    }

    /** A value that is well formed and nevertheless refused; the value itself is not shown. */
    public static SettingsProblem refused(String source, SettingKey setting, String expectation) {
        return new SettingsProblem(source, setting.key(), "refused (expected: %s)".formatted(expectation));
    }

    /** The problem in one line: source, key, value and expectation. */
    public String line() {
        StringBuilder line = new StringBuilder();
        if (!source.isEmpty()) {
            line.append(source).append(": ");
        }
        if (!key.isEmpty()) {
            line.append(key).append(": ");
        }
        return line.append(finding).toString();
    }

    /** The value in quotes, on one line and not endless. */
    static String quote(String value) {
        String oneLine = value.replaceAll("\\p{Cntrl}", "�");
        return oneLine.length() <= LONGEST_VALUE
                ? "\"" + oneLine + "\""
                : "\"" + oneLine.substring(0, LONGEST_VALUE) + "…\"";
    }
}
