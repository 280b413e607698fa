/** Registering, and changing or resetting passwords. */
@NullMarked
package org.csrgrid.grid.account;

import org.jspecify.annotations.NullMarked;
