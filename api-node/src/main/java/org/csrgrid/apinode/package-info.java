/** The REST process: its start, its wiring and its end. */
@NullMarked
package org.csrgrid.apinode;

import org.jspecify.annotations.NullMarked;
