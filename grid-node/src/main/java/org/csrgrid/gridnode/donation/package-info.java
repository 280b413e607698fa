/** Moving a donation forward: settlement, its jobs and the calls API nodes make. */
@NullMarked
package org.csrgrid.gridnode.donation;

import org.jspecify.annotations.NullMarked;
