package org.csrgrid.config.binding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The texts a setting accepts, and the Java value each becomes. */
sealed interface ValueType {
    /** The value, or empty when the text does not fit. */
    Optional<Object> read(GivenValue given);

    /** Completes "expected: …". */
    String expectation();

    /** One value: a number, a duration, a text. */
    record Scalar<T>(String expectation, Function<String, T> parser, Predicate<T> within) implements ValueType {
        @Override
        public Optional<Object> read(GivenValue given) {
            return given.list() ? Optional.empty() : parse(given.text().strip()).map(value -> value);
        }

        Optional<T> parse(String text) {
            try {
                return Optional.of(parser.apply(text)).filter(within);
            } catch (IllegalArgumentException | ArithmeticException unfit) {
                return Optional.empty();
            }
        }
    }

    /** A value that may be left out: an empty text is its absence. */
    record Maybe(Scalar<?> scalar) implements ValueType {
        @Override
        public Optional<Object> read(GivenValue given) {
            return given.isEmptyText()
                    ? Optional.of(Optional.empty())
                    : scalar.read(given).map(Optional::of);
        }

        @Override
        public String expectation() {
            return scalar.expectation() + ", or empty";
        }
    }

    /** Several values: a YAML list, or one text with commas. */
    record Items(Scalar<?> scalar) implements ValueType {
        @Override
        public Optional<Object> read(GivenValue given) {
            List<Object> values = new ArrayList<>();
            for (String text : texts(given)) {
                Optional<?> value = scalar.parse(text.strip());
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                values.add(value.get());
            }
            return Optional.of(List.copyOf(values));
        }

        private static List<String> texts(GivenValue given) {
            if (given.isEmptyText()) {
                return List.of();
            }
            return given.list() ? given.items() : Arrays.asList(given.text().split(",", -1));
        }

        @Override
        public String expectation() {
            return "a list, each " + scalar.expectation();
        }
    }

    /** A secret: any text, taken as it is, never shown. */
    record Hidden() implements ValueType {
        @Override
        public Optional<Object> read(GivenValue given) {
            return given.list() ? Optional.empty() : Optional.of(Secret.of(given.text()));
        }

        @Override
        public String expectation() {
            return "a secret text";
        }
    }
}
