package org.csrgrid.config.binding;

import java.util.List;
import java.util.stream.Collectors;

/** The settings cannot be used; carries every problem found, so that a user mends them in one go. */
public final class InvalidSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<SettingsProblem> problems;

    public InvalidSettingsException(List<SettingsProblem> problems) {
        super(problems.stream().map(SettingsProblem::line).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** All problems, those of the sources first; never empty. The message holds their lines. */
    public List<SettingsProblem> problems() {
        return problems;
    }
}
