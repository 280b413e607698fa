/** Organizations. */
@NullMarked
package org.csrgrid.mapstore.organization;

import org.jspecify.annotations.NullMarked;
