/** Signed, retried delivery of events to the receivers. */
@NullMarked
package org.csrgrid.sandbox.webhook;

import org.jspecify.annotations.NullMarked;
