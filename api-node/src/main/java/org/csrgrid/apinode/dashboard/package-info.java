/** Donors' dashboards over HTTP. */
@NullMarked
package org.csrgrid.apinode.dashboard;

import org.jspecify.annotations.NullMarked;
