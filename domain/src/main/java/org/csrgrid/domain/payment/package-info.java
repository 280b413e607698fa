/** What a payment gateway reports, and which money facts follow from it. */
@NullMarked
package org.csrgrid.domain.payment;

import org.jspecify.annotations.NullMarked;
