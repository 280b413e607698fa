/** Figures about campaigns and the whole programme: asked of members, who ask the database, and cached. */
@NullMarked
package org.csrgrid.grid.analytics;

import org.jspecify.annotations.NullMarked;
