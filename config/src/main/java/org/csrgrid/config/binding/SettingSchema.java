package org.csrgrid.config.binding;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The tree of settings that an annotated record declares. */
final class SettingSchema {
    /** A node of the tree. */
    sealed interface Entry {
        String key();
    }

    /** A single value. */
    record Leaf(SettingKey setting, ValueType type) implements Entry {
        @Override
        public String key() {
            return setting.key();
        }
    }

    /** A record of further entries, one per component and in their order. */
    record Section(String key, String description, Class<?> type, List<Entry> entries) implements Entry {}

    /** A map with a section for every constant of an enum. */
    record Table(String key, String description, Map<Enum<?>, Section> sections) implements Entry {}

    private final String environmentPrefix;
    private final Section root;
    private final Map<String, Entry> byKey = new LinkedHashMap<>();

    SettingSchema(Class<? extends Record> type, String environmentPrefix) {
        this.environmentPrefix = environmentPrefix;
        this.root = section("", "", type, Map.of());
        root.entries().forEach(this::index);
    }

    Section root() {
        return root;
    }

    Optional<Entry> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    List<Leaf> leaves() {
        return byKey.values().stream()
                .flatMap(entry -> entry instanceof Leaf leaf ? Stream.of(leaf) : Stream.empty())
                .toList();
    }

    List<String> keys() {
        return List.copyOf(byKey.keySet());
    }

    private void index(Entry entry) {
        byKey.put(entry.key(), entry);
        switch (entry) {
            case Leaf leaf -> {}
            case Section section -> section.entries().forEach(this::index);
            case Table table -> table.sections().values().forEach(this::index);
        }
    }

    private Section section(String key, String description, Class<?> type, Map<String, String> defaults) {
        List<Entry> entries = Arrays.stream(type.getRecordComponents())
                .map(component -> entry(key, component, defaults))
                .toList();
        return new Section(key, description, type, entries);
    }

    private Entry entry(String parent, RecordComponent component, Map<String, String> defaults) {
        String name = KebabCase.ofComponent(component.getName());
        String key = join(parent, name);
        Setting setting = component.getAnnotation(Setting.class);
        if (setting == null) {
            throw new IllegalArgumentException(key + ": the component has no @Setting");
        }
        if (component.getGenericType() instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            return table(key, setting, generic);
        }
        if (component.getType().isRecord() && component.getType() != ByteSize.class) {
            return section(key, setting.description(), component.getType(), Map.of());
        }
        ValueType type = ValueTypes.of(component.getGenericType(), setting);
        return new Leaf(describe(key, defaults.getOrDefault(name, setting.defaultValue()), setting, type), type);
    }

    private SettingKey describe(String key, String defaultValue, Setting setting, ValueType type) {
        return new SettingKey(
                key,
                KebabCase.toEnvironment(environmentPrefix, key),
                defaultValue,
                setting.description(),
                type.expectation(),
                type instanceof ValueType.Hidden);
    }

    private Table table(String key, Setting setting, ParameterizedType generic) {
        if (!(generic.getActualTypeArguments()[0] instanceof Class<?> names)
                || !(generic.getActualTypeArguments()[1] instanceof Class<?> row)
                || !names.isEnum()) {
            throw new IllegalArgumentException(key + ": a table of settings needs an enum as its key");
        }
        Map<Enum<?>, Section> sections = new LinkedHashMap<>();
        for (Object constant : names.getEnumConstants()) {
            Map<String, String> defaults = constant instanceof SettingDefaults own ? own.settingDefaults() : Map.of();
            Enum<?> name = (Enum<?>) constant;
            sections.put(name, section(join(key, KebabCase.ofConstant(name)), "", row, defaults));
        }
        return new Table(key, setting.description(), sections);
    }

    private static String join(String parent, String name) {
        return parent.isEmpty() ? name : parent + "." + name;
    }
}
