package org.csrgrid.config.binding;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.csrgrid.config.binding.SettingSchema.Entry;
import org.csrgrid.config.binding.SettingSchema.Leaf;
import org.csrgrid.config.binding.SettingSchema.Section;
import org.csrgrid.config.binding.SettingSchema.Table;

/** Builds the records from the inside out; a record with a problem below it is left out, the others are still checked. */
final class RecordBinder {
    private final GivenValues values;

    RecordBinder(GivenValues values) {
        this.values = values;
    }

    Optional<Object> bind(Section section) {
        List<Object> arguments = new ArrayList<>();
        section.entries().forEach(entry -> value(entry).ifPresent(arguments::add));
        return arguments.size() == section.entries().size() ? construct(section, arguments) : Optional.empty();
    }

    private Optional<Object> value(Entry entry) {
        return switch (entry) {
            case Leaf leaf -> read(leaf);
            case Section section -> bind(section);
            case Table table -> rows(table);
        };
    }

    private Optional<Object> read(Leaf leaf) {
        GivenValue given = given(leaf.setting());
        Optional<Object> value = leaf.type().read(given);
        if (value.isEmpty()) {
            values.report(
                    SettingsProblem.unfit(given, leaf.setting(), leaf.type().expectation()));
        }
        return value;
    }

    private GivenValue given(SettingKey setting) {
        return values.find(setting.key()).orElseGet(() -> GivenValue.ofText(setting.defaultValue(), "default"));
    }

    private Optional<Object> rows(Table table) {
        Map<Enum<?>, Object> rows = new LinkedHashMap<>();
        table.sections().forEach((name, section) -> bind(section).ifPresent(row -> rows.put(name, row)));
        return rows.size() == table.sections().size()
                ? Optional.of(Collections.unmodifiableMap(rows))
                : Optional.empty();
    }

    private Optional<Object> construct(Section section, List<Object> arguments) {
        try {
            return Optional.of(constructor(section.type()).newInstance(arguments.toArray()));
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof UnfitSettingException unfit) {
                report(section, unfit);
                return Optional.empty();
            }
            throw new IllegalStateException(section.type() + " refused its settings", thrown.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(section.type() + " cannot be constructed", impossible);
        }
    }

    private void report(Section section, UnfitSettingException unfit) {
        String key = section.key() + "." + KebabCase.ofComponent(unfit.component());
        SettingKey setting = section.entries().stream()
                .flatMap(entry -> entry instanceof Leaf leaf && leaf.key().equals(key)
                        ? Stream.of(leaf.setting())
                        : Stream.empty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(section.type() + " has no such setting", unfit));
        values.report(SettingsProblem.unfit(given(setting), setting, unfit.expectation()));
    }

    private static Constructor<?> constructor(Class<?> type) throws NoSuchMethodException {
        Class<?>[] components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(components);
        constructor.setAccessible(true);
        return constructor;
    }
}
