/** Widgets about the whole programme. */
@NullMarked
package org.csrgrid.apinode.analytics;

import org.jspecify.annotations.NullMarked;
