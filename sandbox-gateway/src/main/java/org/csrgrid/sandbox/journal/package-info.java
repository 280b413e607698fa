/** The append-only file from which the gateway rises again after a restart. */
@NullMarked
package org.csrgrid.sandbox.journal;

import org.jspecify.annotations.NullMarked;
