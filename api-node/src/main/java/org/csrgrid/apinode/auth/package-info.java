/** Log-in, access tokens, and who may call what. */
@NullMarked
package org.csrgrid.apinode.auth;

import org.jspecify.annotations.NullMarked;
