/** Who is signed in, seen by all nodes. */
@NullMarked
package org.csrgrid.grid.session;

import org.jspecify.annotations.NullMarked;
