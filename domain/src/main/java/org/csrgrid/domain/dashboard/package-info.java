/** What a donor sees of their own giving. */
@NullMarked
package org.csrgrid.domain.dashboard;

import org.jspecify.annotations.NullMarked;
