/** The API's description for people and tools. */
@NullMarked
package org.csrgrid.apinode.docs;

import org.jspecify.annotations.NullMarked;
