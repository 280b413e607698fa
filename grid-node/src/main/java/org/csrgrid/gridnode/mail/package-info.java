/** Sending e-mail. */
@NullMarked
package org.csrgrid.gridnode.mail;

import org.jspecify.annotations.NullMarked;
