/** What the caches of all processes do, for who runs them: figures, alarms, and what is kept of a key. */
@NullMarked
package org.csrgrid.grid.cache.report;

import org.jspecify.annotations.NullMarked;
