/** The charities campaigns collect for. */
@NullMarked
package org.csrgrid.domain.organization;

import org.jspecify.annotations.NullMarked;
