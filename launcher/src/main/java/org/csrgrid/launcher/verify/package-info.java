/** Proving that ledger, grid, MySQL and payment gateway say the same. */
@NullMarked
package org.csrgrid.launcher.verify;

import org.jspecify.annotations.NullMarked;
