/** Registering, and changing or resetting passwords. */
@NullMarked
package org.csrgrid.apinode.account;

import org.jspecify.annotations.NullMarked;
