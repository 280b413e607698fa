/** Keeping the house: what runs by the clock beside the business. */
@NullMarked
package org.csrgrid.gridnode.house;

import org.jspecify.annotations.NullMarked;
