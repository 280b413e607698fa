/** The csr command: what a user types, and what becomes of it. */
@NullMarked
package org.csrgrid.launcher;

import org.jspecify.annotations.NullMarked;
