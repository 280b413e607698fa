/** The audit trail's rows: recorded, sealed in a chain, searched and proven. */
@NullMarked
package org.csrgrid.mapstore.audit;

import org.jspecify.annotations.NullMarked;
