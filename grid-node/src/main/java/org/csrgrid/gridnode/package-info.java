/** The member process. */
@NullMarked
package org.csrgrid.gridnode;

import org.jspecify.annotations.NullMarked;
