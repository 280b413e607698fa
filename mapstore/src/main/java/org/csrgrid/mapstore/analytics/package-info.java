/** Figures computed from the tables: campaigns' statistics, and the widgets, each by the statement in the file of its name. */
@NullMarked
package org.csrgrid.mapstore.analytics;

import org.jspecify.annotations.NullMarked;
