/** {@code csr bench donate}: donations acknowledged and donations completed. */
@NullMarked
package org.csrgrid.bench.donate;

import org.jspecify.annotations.NullMarked;
