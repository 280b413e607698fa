/** What every suite of measurements shares: rows, their table, their file. */
@NullMarked
package org.csrgrid.bench.suite;

import org.jspecify.annotations.NullMarked;
