/** Being signed in: from when to when, from where. */
@NullMarked
package org.csrgrid.domain.session;

import org.jspecify.annotations.NullMarked;
