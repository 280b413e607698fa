/** Background jobs over HTTP. */
@NullMarked
package org.csrgrid.apinode.job;

import org.jspecify.annotations.NullMarked;
