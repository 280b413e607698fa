/** A donation: the fold of its ledger entries plus what the gateway said about its payment. */
@NullMarked
package org.csrgrid.domain.donation;

import org.jspecify.annotations.NullMarked;
