/** Appending money facts so that they are durable before anybody is told. */
@NullMarked
package org.csrgrid.grid.ledger;

import org.jspecify.annotations.NullMarked;
