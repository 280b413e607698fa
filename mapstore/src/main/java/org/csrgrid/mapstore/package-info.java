/** Every map's store behind one door. */
@NullMarked
package org.csrgrid.mapstore;

import org.jspecify.annotations.NullMarked;
