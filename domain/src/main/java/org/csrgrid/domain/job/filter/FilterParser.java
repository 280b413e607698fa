package org.csrgrid.domain.job.filter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.filter.Condition.Any;
import org.csrgrid.domain.job.filter.Condition.Between;
import org.csrgrid.domain.job.filter.Condition.Contains;
import org.csrgrid.domain.job.filter.Condition.Every;
import org.csrgrid.domain.job.filter.Condition.InChannel;
import org.csrgrid.domain.job.filter.Condition.InState;
import org.csrgrid.domain.job.filter.Condition.Is;
import org.csrgrid.domain.job.filter.Condition.Not;
import org.csrgrid.domain.job.filter.Condition.StartsWith;

/** Reads one filter. Belongs to one thread. */
final class FilterParser {

    private static final String STATE = "state";
    private static final String CHANNEL = "channel";
    private static final String SCHEDULED = "scheduled";

    private static final String FIELDS = Stream.of(
                    Stream.of(STATE, CHANNEL), names(TextField.values()), names(NumberField.values()))
            .flatMap(names -> names)
            .collect(Collectors.joining(", "));
    private static final String STATES =
            Stream.concat(names(JobState.values()), Stream.of(SCHEDULED)).collect(Collectors.joining(", "));
    private static final String CHANNELS =
            Arrays.stream(Channel.values()).map(Channel::jsonName).collect(Collectors.joining(", "));

    private final String text;
    private final FilterScanner scanner;
    private final Instant now;
    private final RangeReader ranges;

    FilterParser(String text, Instant now) {
        this.text = text;
        this.now = now;
        scanner = new FilterScanner(text);
        ranges = new RangeReader(now);
    }

    List<Condition> terms() {
        if (text.length() > JobFilter.LIMIT) {
            throw new JobFilterSyntaxException(
                    JobFilter.LIMIT,
                    text.substring(JobFilter.LIMIT),
                    "at most %d characters".formatted(JobFilter.LIMIT));
        }
        var terms = new ArrayList<Condition>();
        while (scanner.skipBlanks()) {
            boolean negated = scanner.take('-');
            Condition term = term();
            terms.add(negated ? new Not(term) : term);
        }
        return terms;
    }

    private Condition term() {
        if (scanner.isAtQuote()) {
            FilterScanner.Value words = scanner.value("a blank after the quoted words");
            return mentions(words.text());
        }
        int from = scanner.position();
        String word = scanner.word();
        String operator = scanner.operator();
        if (word.isEmpty()) {
            throw scanner.refuse(from, "a field or a word");
        }
        if (operator.isEmpty()) {
            if (scanner.isAtQuote()) {
                throw scanner.refuse(scanner.position(), "a blank or one of : ~ < > <= >=");
            }
            return mentions(word);
        }
        return fieldTerm(from, word, operator);
    }

    private static Condition mentions(String words) {
        return new Any(List.of(new Contains(TextField.NAME, words), new Contains(TextField.ERROR, words)));
    }

    private Condition fieldTerm(int from, String name, String operator) {
        if (name.equals(STATE)) {
            return listed(from, name, operator, value -> state(value, STATES), STATES);
        }
        if (name.equals(CHANNEL)) {
            return listed(from, name, operator, this::channel, CHANNELS);
        }
        Optional<TextField> ofText = field(TextField.values(), name);
        if (ofText.isPresent()) {
            return textTerm(from, ofText.get(), name, operator);
        }
        NumberField number = field(NumberField.values(), name)
                .orElseThrow(() -> scanner.refuse(from, "one of the fields " + FIELDS));
        return switch (operator) {
            case ":" -> listed(from, name, operator, value -> exactly(number, value), ranges.expected(number));
            case "~" -> throw scanner.refuse(from, name + " with one of : < > <= >=");
            default -> compared(number, operator);
        };
    }

    private Condition textTerm(int from, TextField field, String name, String operator) {
        return switch (operator) {
            case ":" -> listed(from, name, operator, value -> text(field, value), "a value");
            case "~" -> contained(field);
            default -> throw scanner.refuse(from, name + " with one of : ~");
        };
    }

    /** One value, or several with commas in between of which one must fit. */
    private Condition listed(
            int from, String name, String operator, Function<FilterScanner.Value, Condition> reader, String expected) {
        if (!operator.equals(":")) {
            throw scanner.refuse(from, name + " with :");
        }
        var values = new ArrayList<Condition>();
        do {
            values.add(reader.apply(scanner.value(expected)));
        } while (scanner.take(','));
        return values.size() == 1 ? values.getFirst() : new Any(values);
    }

    private Condition contained(TextField field) {
        FilterScanner.Value value = single("a part of the text");
        return new Contains(field, value.text());
    }

    private Condition compared(NumberField field, String operator) {
        return ranges.range(field, operator, single(ranges.expected(field)));
    }

    private FilterScanner.Value single(String expected) {
        FilterScanner.Value value = whole(scanner.value(expected), expected);
        if (scanner.take(',')) {
            throw scanner.refuse(scanner.position() - 1, "a blank: several values go with : only");
        }
        return value;
    }

    private static Condition text(TextField field, FilterScanner.Value value) {
        return value.isPrefix() ? new StartsWith(field, value.text()) : new Is(field, value.text());
    }

    private Condition exactly(NumberField field, FilterScanner.Value value) {
        return ranges.range(field, ":", whole(value, ranges.expected(field)));
    }

    private Condition state(FilterScanner.Value value, String expected) {
        String name = whole(value, expected).text();
        long micros = NumberField.microsOf(now);
        if (name.equals(SCHEDULED)) {
            return new Every(
                    List.of(new InState(JobState.READY), new Between(NumberField.RUN, micros + 1, Long.MAX_VALUE)));
        }
        JobState state = field(JobState.values(), name).orElseThrow(() -> refuse(value, "one of " + STATES));
        return state == JobState.READY
                ? new Every(List.of(new InState(state), new Between(NumberField.RUN, Long.MIN_VALUE, micros)))
                : new InState(state);
    }

    private Condition channel(FilterScanner.Value value) {
        return Channel.fromJsonName(whole(value, CHANNELS).text())
                .map(InChannel::new)
                .orElseThrow(() -> refuse(value, "one of " + CHANNELS));
    }

    private static FilterScanner.Value whole(FilterScanner.Value value, String expected) {
        if (value.isPrefix()) {
            throw new JobFilterSyntaxException(value.position(), value.text() + "*", expected + ", without a star");
        }
        return value;
    }

    private static JobFilterSyntaxException refuse(FilterScanner.Value value, String expected) {
        return new JobFilterSyntaxException(value.position(), value.text(), expected);
    }

    private static <E extends Enum<E>> Optional<E> field(E[] all, String name) {
        return Arrays.stream(all).filter(one -> lower(one).equals(name)).findFirst();
    }

    private static Stream<String> names(Enum<?>[] all) {
        return Arrays.stream(all).map(FilterParser::lower);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
