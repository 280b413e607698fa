/** What is told while it happens: events in the grid's ring buffers, written by whoever causes them and read by every API node. */
@NullMarked
package org.csrgrid.grid.live;

import org.jspecify.annotations.NullMarked;
