/** The commands that measure and that break things: {@code csr bench} and {@code csr chaos}. */
@NullMarked
package org.csrgrid.bench;

import org.jspecify.annotations.NullMarked;
