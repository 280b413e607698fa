/** Log-ins that are asked for by mail: new ones and forgotten passwords. */
@NullMarked
package org.csrgrid.domain.account;

import org.jspecify.annotations.NullMarked;
