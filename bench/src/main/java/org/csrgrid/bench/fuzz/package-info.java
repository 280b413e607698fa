/** Requests made by a machine from the API's description, most of them wrong, and what must not come of them. */
@NullMarked
package org.csrgrid.bench.fuzz;

import org.jspecify.annotations.NullMarked;
