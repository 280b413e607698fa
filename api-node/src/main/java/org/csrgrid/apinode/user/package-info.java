/** What administrators do with people's accounts. */
@NullMarked
package org.csrgrid.apinode.user;

import org.jspecify.annotations.NullMarked;
