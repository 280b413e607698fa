/** The jobs that tell people something. */
@NullMarked
package org.csrgrid.grid.notification;

import org.jspecify.annotations.NullMarked;
