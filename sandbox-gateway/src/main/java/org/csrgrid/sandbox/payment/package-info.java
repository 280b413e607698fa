/** What a payment is and which steps it may take, as pure functions. */
@NullMarked
package org.csrgrid.sandbox.payment;

import org.jspecify.annotations.NullMarked;
