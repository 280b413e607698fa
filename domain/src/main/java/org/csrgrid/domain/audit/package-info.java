/** Who did what: entries, how they are chained and sealed, and how that is proven. */
@NullMarked
package org.csrgrid.domain.audit;

import org.jspecify.annotations.NullMarked;
