/** Campaigns: what they say, when they may be donated to, what they have raised. */
@NullMarked
package org.csrgrid.domain.campaign;

import org.jspecify.annotations.NullMarked;
