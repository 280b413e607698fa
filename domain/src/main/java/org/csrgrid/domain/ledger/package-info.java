/** The append-only money facts everything else is folded from. */
@NullMarked
package org.csrgrid.domain.ledger;

import org.jspecify.annotations.NullMarked;
