/** What every process of ours does the same way. */
@NullMarked
package org.csrgrid.config.process;

import org.jspecify.annotations.NullMarked;
