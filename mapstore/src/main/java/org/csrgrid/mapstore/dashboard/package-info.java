/** What dashboards show, computed by SQL. */
@NullMarked
package org.csrgrid.mapstore.dashboard;

import org.jspecify.annotations.NullMarked;
