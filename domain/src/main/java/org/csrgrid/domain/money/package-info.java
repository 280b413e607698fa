/** Amounts in minor units, currencies and frozen exchange rates. */
@NullMarked
package org.csrgrid.domain.money;

import org.jspecify.annotations.NullMarked;
