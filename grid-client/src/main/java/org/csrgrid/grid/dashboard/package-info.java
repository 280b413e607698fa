/** Donors' dashboards, from the cache or else from a member. */
@NullMarked
package org.csrgrid.grid.dashboard;

import org.jspecify.annotations.NullMarked;
