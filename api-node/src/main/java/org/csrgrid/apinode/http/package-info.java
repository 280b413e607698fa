/** What every resource shares of HTTP: bodies, parameters, problems, entity tags, cursors. */
@NullMarked
package org.csrgrid.apinode.http;

import org.jspecify.annotations.NullMarked;
