/** The folder that holds everything a local product keeps: data, secrets, logs, process ids. */
@NullMarked
package org.csrgrid.launcher.data;

import org.jspecify.annotations.NullMarked;
