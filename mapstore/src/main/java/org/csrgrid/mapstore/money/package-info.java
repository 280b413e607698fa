/** Today's exchange rates. */
@NullMarked
package org.csrgrid.mapstore.money;

import org.jspecify.annotations.NullMarked;
