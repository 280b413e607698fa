/** {@code csr chaos}: load, faults, and the books afterwards. */
@NullMarked
package org.csrgrid.bench.chaos;

import org.jspecify.annotations.NullMarked;
