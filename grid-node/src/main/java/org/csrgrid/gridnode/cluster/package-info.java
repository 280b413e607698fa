/** How a member is set up: its maps with their stores, how it joins, heals a split and leaves. */
@NullMarked
package org.csrgrid.gridnode.cluster;

import org.jspecify.annotations.NullMarked;
