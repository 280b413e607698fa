/** {@code csr bench cache}: stampedes, the lag of invalidations and what values take in memory. */
@NullMarked
package org.csrgrid.bench.cache;

import org.jspecify.annotations.NullMarked;
