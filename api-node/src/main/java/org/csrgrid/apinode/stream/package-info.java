/** Server-sent events as bytes on a connection, and what becomes of readers that do not read. */
@NullMarked
package org.csrgrid.apinode.stream;

import org.jspecify.annotations.NullMarked;
