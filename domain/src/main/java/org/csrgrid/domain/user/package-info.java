/** People, their roles and what each role may do. */
@NullMarked
package org.csrgrid.domain.user;

import org.jspecify.annotations.NullMarked;
