/** Sessions: whether one lives, and how they are shown. */
@NullMarked
package org.csrgrid.apinode.session;

import org.jspecify.annotations.NullMarked;
