/** Measures streams of events: what many open ones cost, and how late they are. */
@NullMarked
package org.csrgrid.bench.live;

import org.jspecify.annotations.NullMarked;
