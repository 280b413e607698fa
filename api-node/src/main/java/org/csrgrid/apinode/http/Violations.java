package org.csrgrid.apinode.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.csrgrid.domain.money.InvalidAmountException;
import org.csrgrid.domain.money.Money;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with a request's fields, so that a client learns all of it at once. For one request on one thread. */
public final class Violations {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int URL_LIMIT = 500;
    private static final Money PLACEHOLDER_MONEY = Money.of(1, "EUR");

    private final List<FieldError> errors = new ArrayList<>();

    public Violations add(String pointer, String expectation) {
        errors.add(FieldError.body(pointer, expectation));
        return this;
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /** @throws InvalidRequestException if anything was added */
    public void refuse() {
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors);
        }
    }

    /** The value, or after noting its absence the given stand-in, which {@link #refuse} keeps from being used. */
    public <T> T required(String pointer, @Nullable T value, T standIn) {
        if (value == null) {
            add(pointer, "expected: present");
            return standIn;
        }
        return value;
    }

    public String text(String pointer, @Nullable String value, int limit) {
        String text = required(pointer, value, "");
        if (value != null && (text.isBlank() || text.length() > limit)) {
            add(pointer, "expected: 1..%d characters".formatted(limit));
        }
        return text;
    }

    public @Nullable String optionalText(String pointer, @Nullable String value, int limit) {
        return value == null ? null : text(pointer, value, limit);
    }

    public <E> E oneOf(String pointer, @Nullable String value, Map<String, E> values, E standIn) {
        String name = required(pointer, value, "");
        E found = values.get(name);
        if (value != null && found == null) {
            add(
                    pointer,
                    "expected: one of "
                            + String.join(
                                    ", ", values.keySet().stream().sorted().toList()));
        }
        return found == null ? standIn : found;
    }

    public long id(String pointer, @Nullable String value) {
        String text = required(pointer, value, "1");
        long id = Ids.parse(text);
        if (id == Ids.NONE) {
            add(pointer, "expected: an id, a string of digits");
        }
        return id;
    }

    public Instant time(String pointer, @Nullable String value) {
        String text = required(pointer, value, "2000-01-01T00:00:00Z");
        try {
            Instant time = Instant.parse(text);
            if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
                add(pointer, "expected: between " + EARLIEST + " and " + LATEST);
                return EARLIEST;
            }
            return time;
        } catch (DateTimeParseException unreadable) {
            add(pointer, "expected: an RFC 3339 time such as 2026-11-23T09:30:00Z");
            return EARLIEST;
        }
    }

    public @Nullable String httpsUrl(String pointer, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            URI url = new URI(value);
            if (value.length() > URL_LIMIT || !"https".equals(url.getScheme()) || url.getHost() == null) {
                add(pointer, "expected: an https address of at most %d characters".formatted(URL_LIMIT));
            }
        } catch (URISyntaxException unreadable) {
            add(pointer, "expected: an https address");
        }
        return value;
    }

    /** An amount above zero. */
    public Money positive(String pointer, @Nullable MoneyValue value) {
        Money money = money(pointer, value);
        if (!money.isPositive()) {
            add(pointer + "/amount", "expected: > 0");
        }
        return money;
    }

    public Money money(String pointer, @Nullable MoneyValue value) {
        if (value == null) {
            add(pointer, "expected: present");
            return PLACEHOLDER_MONEY;
        }
        Optional<Currency> currency = Currencies.find(required(pointer + "/currency", value.currency(), "EUR"));
        if (currency.isEmpty()) {
            add(pointer + "/currency", "expected: an ISO 4217 currency code such as EUR");
        }
        String amount = value.amount();
        if (amount == null || currency.isEmpty()) {
            required(pointer + "/amount", amount, "");
            return PLACEHOLDER_MONEY;
        }
        return parsed(pointer + "/amount", () -> Money.parse(amount, currency.get()));
    }

    private Money parsed(String pointer, Supplier<Money> parse) {
        try {
            return parse.get();
        } catch (InvalidAmountException unreadable) {
            add(pointer, String.valueOf(unreadable.getMessage()));
            return PLACEHOLDER_MONEY;
        }
    }
}
