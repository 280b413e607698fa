package org.csrgrid.apinode.http;

import org.jspecify.annotations.Nullable;

/** Money as it arrives: {@code {"amount":"12.50","currency":"EUR"}}. Whoever takes it checks it with {@link Violations#money}. */
public record MoneyValue(@Nullable String amount, @Nullable String currency) {}
