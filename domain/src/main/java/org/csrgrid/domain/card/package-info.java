/** Payment card numbers, which must not get in. */
@NullMarked
package org.csrgrid.domain.card;

import org.jspecify.annotations.NullMarked;
