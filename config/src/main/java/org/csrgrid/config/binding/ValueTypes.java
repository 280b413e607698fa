package org.csrgrid.config.binding;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Chooses the {@link ValueType} for a component's Java type. */
final class ValueTypes {
    private ValueTypes() {}

    static ValueType of(Type type, Setting setting) {
        return switch (type) {
            case ParameterizedType generic
            when generic.getRawType() == Optional.class -> new ValueType.Maybe(scalar(argument(generic), setting));
            case ParameterizedType generic
            when generic.getRawType() == List.class -> new ValueType.Items(scalar(argument(generic), setting));
            case Class<?> plain when plain == Secret.class -> new ValueType.Hidden();
            case Class<?> plain -> scalar(plain, setting);
            default -> throw unknown(type);
        };
    }

    private static Class<?> argument(ParameterizedType generic) {
        return generic.getActualTypeArguments()[0] instanceof Class<?> plain ? plain : Object.class;
    }

    private static ValueType.Scalar<?> scalar(Class<?> type, Setting setting) {
        if (type.isEnum()) {
            return choice(type);
        }
        return switch (type.getName()) {
            case "java.lang.String" -> unlimited("a text", Function.identity(), text -> !text.isEmpty());
            case "boolean" -> choice(Map.of("true", true, "false", false), List.of("true", "false"));
            case "int" -> limited(wholeNumber(setting), Integer::valueOf, setting);
            case "long" -> limited(wholeNumber(setting), Long::valueOf, setting);
            case "java.time.Duration" -> duration(setting);
            case "org.csrgrid.config.binding.ByteSize" ->
                limited("a size such as 64KB" + limits(setting), ByteSize::parse, setting);
            case "java.nio.file.Path" ->
                unlimited("a file path", Path::of, path -> !path.toString().isEmpty());
            case "java.net.URI" ->
                unlimited("an address such as http://127.0.0.1:8080", URI::create, ValueTypes::isWebAddress);
            default -> throw unknown(type);
        };
    }

    private static ValueType.Scalar<Duration> duration(Setting setting) {
        var limited = limited("a duration such as 5s" + limits(setting), DurationText::parse, setting);
        return setting.wholeSeconds()
                ? new ValueType.Scalar<>(
                        limited.expectation() + ", in whole seconds",
                        limited.parser(),
                        limited.within().and(value -> value.toMillisPart() == 0))
                : limited;
    }

    private static <T> ValueType.Scalar<T> unlimited(
            String expectation, Function<String, T> parser, Predicate<T> within) {
        return new ValueType.Scalar<>(expectation, parser, within);
    }

    private static <T extends Comparable<? super T>> ValueType.Scalar<T> limited(
            String expectation, Function<String, T> parser, Setting setting) {
        Predicate<T> within = value -> (setting.min().isEmpty() || value.compareTo(parser.apply(setting.min())) >= 0)
                && (setting.max().isEmpty() || value.compareTo(parser.apply(setting.max())) <= 0);
        return new ValueType.Scalar<>(expectation, parser, within);
    }

    private static String wholeNumber(Setting setting) {
        return setting.min().isEmpty() || setting.max().isEmpty()
                ? "a whole number" + limits(setting)
                : "a whole number %s..%s".formatted(setting.min(), setting.max());
    }

    private static String limits(Setting setting) {
        if (setting.min().isEmpty()) {
            return setting.max().isEmpty() ? "" : ", at most " + setting.max();
        }
        return setting.max().isEmpty()
                ? ", at least " + setting.min()
                : ", from %s to %s".formatted(setting.min(), setting.max());
    }

    private static ValueType.Scalar<?> choice(Class<?> type) {
        List<Enum<?>> constants = Arrays.stream(type.getEnumConstants())
                .<Enum<?>>map(constant -> (Enum<?>) constant)
                .toList();
        return choice(
                constants.stream().collect(Collectors.toMap(KebabCase::ofConstant, Function.identity())),
                constants.stream().map(KebabCase::ofConstant).toList());
    }

    private static <T> ValueType.Scalar<T> choice(Map<String, T> choices, List<String> inOrder) {
        return new ValueType.Scalar<>(
                String.join(" or ", inOrder),
                text -> Optional.ofNullable(choices.get(text))
                        .orElseThrow(() -> new IllegalArgumentException("not one of the choices")),
                value -> true);
    }

    private static boolean isWebAddress(URI uri) {
        return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
    }

    private static IllegalArgumentException unknown(Type type) {
        return new IllegalArgumentException("no setting can be of the type " + type.getTypeName());
    }
}
