/** A closed-loop HTTP/1.1 load generator that leaves the machine to what it measures. */
@NullMarked
package org.csrgrid.bench.load;

import org.jspecify.annotations.NullMarked;
