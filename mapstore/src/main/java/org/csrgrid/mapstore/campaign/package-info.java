/** Campaigns, written through, and their totals, which are the fold of the ledger. */
@NullMarked
package org.csrgrid.mapstore.campaign;

import org.jspecify.annotations.NullMarked;
