/** {@code csr chaos jobs}: members are killed, frozen and stopped while they work, and every delivery is counted. */
@NullMarked
package org.csrgrid.bench.delivery;

import org.jspecify.annotations.NullMarked;
