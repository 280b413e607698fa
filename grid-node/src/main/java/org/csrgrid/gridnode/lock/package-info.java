/** Locks on members. */
@NullMarked
package org.csrgrid.gridnode.lock;

import org.jspecify.annotations.NullMarked;
