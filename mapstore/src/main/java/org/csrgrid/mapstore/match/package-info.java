/** Matching programmes, and caps as the fold of the ledger. */
@NullMarked
package org.csrgrid.mapstore.match;

import org.jspecify.annotations.NullMarked;
