/** People with a log-in. */
@NullMarked
package org.csrgrid.mapstore.user;

import org.jspecify.annotations.NullMarked;
