/** What the figures of the whole programme are called and how old they may be. */
@NullMarked
package org.csrgrid.domain.analytics;

import org.jspecify.annotations.NullMarked;
