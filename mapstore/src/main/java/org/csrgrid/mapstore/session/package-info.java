/** Sessions as rows. */
@NullMarked
package org.csrgrid.mapstore.session;

import org.jspecify.annotations.NullMarked;
