/** How records travel: one Compact serializer per record, all listed in one place. */
@NullMarked
package org.csrgrid.grid.wire;

import org.jspecify.annotations.NullMarked;
