/** Donations: written behind, and rebuilt from the ledger when loaded. */
@NullMarked
package org.csrgrid.mapstore.donation;

import org.jspecify.annotations.NullMarked;
