/** This node's share in the cache: its layers, what they do, and clearing them. */
@NullMarked
package org.csrgrid.apinode.cache;

import org.jspecify.annotations.NullMarked;
