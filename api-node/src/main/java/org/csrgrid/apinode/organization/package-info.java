/** Organizations over HTTP. */
@NullMarked
package org.csrgrid.apinode.organization;

import org.jspecify.annotations.NullMarked;
