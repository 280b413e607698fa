/** The ledger's rows: written through in shared commits, never changed, folded by everything else. */
@NullMarked
package org.csrgrid.mapstore.ledger;

import org.jspecify.annotations.NullMarked;
