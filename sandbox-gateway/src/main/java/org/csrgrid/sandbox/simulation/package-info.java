/** The payments the gateway knows, and how time moves them on. */
@NullMarked
package org.csrgrid.sandbox.simulation;

import org.jspecify.annotations.NullMarked;
