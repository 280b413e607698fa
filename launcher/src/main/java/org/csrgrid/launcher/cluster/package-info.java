/** Starts, watches, kills and stops the processes of a whole product on one machine. */
@NullMarked
package org.csrgrid.launcher.cluster;

import org.jspecify.annotations.NullMarked;
