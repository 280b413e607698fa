package org.csrgrid.config.binding;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in one line where YAML breaks and what would have been well formed. */
final class BrokenYaml {
    private BrokenYaml() {}

    static SettingsProblem explain(Path file, MarkedYamlEngineException broken) {
        String place = broken.getProblemMark()
                .or(broken::getContextMark)
                .map(BrokenYaml::place)
                .orElse("");
        return new SettingsProblem(file + place, "", explain(firstLine(broken.getProblem())));
    }

    private static String place(Mark mark) {
        return ":" + (mark.getLine() + 1);
    }

    private static String explain(String problem) {
        if (problem.contains("TAB")) {
            return "broken YAML: a tab (expected: spaces for indentation)";
        }
        return "broken YAML: %s (expected: \"key: value\", nested by two more spaces)".formatted(problem);
    }

    static String firstLine(@Nullable String message) {
        return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
    }
}
