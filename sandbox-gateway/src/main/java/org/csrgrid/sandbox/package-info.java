/** A payment gateway simulator with its own HTTP API, signed webhooks and magic amounts. */
@NullMarked
package org.csrgrid.sandbox;

import org.jspecify.annotations.NullMarked;
