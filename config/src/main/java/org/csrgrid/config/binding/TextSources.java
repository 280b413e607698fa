package org.csrgrid.config.binding;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csrgrid.config.binding.SettingSchema.Leaf;

/** Takes given values from the sources that are plain texts by name: the environment and a caller's overrides. */
final class TextSources {
    private final SettingSchema schema;
    private final GivenValues values;

    TextSources(SettingSchema schema, GivenValues values) {
        this.schema = schema;
        this.values = values;
    }

    /** An empty variable counts as not set: that is what composed container files pass on for "nothing". */
    void environment(Map<String, String> environment, String prefix, Set<String> ignored) {
        Map<String, Leaf> known = schema.leaves().stream()
                .collect(Collectors.toMap(leaf -> leaf.setting().environmentName(), Function.identity()));
        new TreeMap<>(environment).forEach((name, text) -> {
            if (!name.startsWith(prefix) || ignored.contains(name) || text.isEmpty()) {
                return;
            }
            Optional.ofNullable(known.get(name))
                    .ifPresentOrElse(
                            leaf -> values.put(leaf.key(), GivenValue.ofText(text, name)),
                            () -> values.report(
                                    SettingsProblem.unknown(name, "", ClosestName.to(name, known.keySet()))));
        });
    }

    void overrides(Map<String, String> overrides) {
        new TreeMap<>(overrides).forEach((key, text) -> {
            if (schema.find(key).orElse(null) instanceof Leaf) {
                values.put(key, GivenValue.ofText(text, "override"));
            } else {
                values.report(SettingsProblem.unknown("override", key, ClosestName.to(key, schema.keys())));
            }
        });
    }
}
