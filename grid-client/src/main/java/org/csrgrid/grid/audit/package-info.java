/** The way into the audit trail and what can be read of it. */
@NullMarked
package org.csrgrid.grid.audit;

import org.jspecify.annotations.NullMarked;
