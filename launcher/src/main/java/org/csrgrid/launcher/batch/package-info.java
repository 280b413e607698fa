/** What operators do from the terminal: {@code csr batch}. */
@NullMarked
package org.csrgrid.launcher.batch;

import org.jspecify.annotations.NullMarked;
