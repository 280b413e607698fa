package org.csrgrid.gridnode.notification;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.csrgrid.domain.money.Money;

/** How amounts, dates and shares are written in a language. Dates are of UTC, since people's time zones are not known. */
record Wording(Locale locale) {

    private static final Map<String, Locale> USUAL =
            Map.of("en", Locale.UK, "nl", Locale.of("nl", "NL"), "fr", Locale.FRANCE);

    /** Amounts and dates need a country; a language we know none for is written as it is without. */
    static Wording of(String language) {
        return new Wording(USUAL.getOrDefault(language, Locale.of(language)));
    }

    String money(Money amount) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        int decimals = Math.max(0, amount.currency().getDefaultFractionDigits());
        format.setCurrency(amount.currency());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(new java.math.BigDecimal(amount.toDecimal()));
    }

    String date(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(at.atZone(ZoneOffset.UTC));
    }

    String percent(int percent) {
        return NumberFormat.getPercentInstance(locale).format(percent / 100.0);
    }
}
