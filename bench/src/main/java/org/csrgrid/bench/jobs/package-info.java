/** {@code csr bench jobs}: the job engine beside BullMQ, and the member process that runs the benches' own handlers. */
@NullMarked
package org.csrgrid.bench.jobs;

import org.jspecify.annotations.NullMarked;
