/** {@code csr bench read}: campaigns read, beside nginx serving the same bytes. */
@NullMarked
package org.csrgrid.bench.read;

import org.jspecify.annotations.NullMarked;
