/** Finding what a crash left behind. */
@NullMarked
package org.csrgrid.gridnode.recovery;

import org.jspecify.annotations.NullMarked;
