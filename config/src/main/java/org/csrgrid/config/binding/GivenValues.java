package org.csrgrid.config.binding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values all sources gave so far, a later one replacing an earlier, and the problems met on the way. */
final class GivenValues {
    private final Map<String, GivenValue> byKey = new HashMap<>();
    private final List<SettingsProblem> problems = new ArrayList<>();

    void put(String key, GivenValue value) {
        byKey.put(key, value);
    }

    Optional<GivenValue> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    void report(SettingsProblem problem) {
        problems.add(problem);
    }

    List<SettingsProblem> problems() {
        return List.copyOf(problems);
    }
}
