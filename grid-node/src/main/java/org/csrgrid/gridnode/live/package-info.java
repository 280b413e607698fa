/** What a member tells while it happens: totals, donations, jobs, what administrators should know. */
@NullMarked
package org.csrgrid.gridnode.live;

import org.jspecify.annotations.NullMarked;
