/** How log lines are written: one event, one line, and no secret in it. */
@NullMarked
package org.csrgrid.apinode.log;

import org.jspecify.annotations.NullMarked;
