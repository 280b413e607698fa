/** Filling caches before somebody waits for them. */
@NullMarked
package org.csrgrid.gridnode.warming;

import org.jspecify.annotations.NullMarked;
