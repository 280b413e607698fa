/** Finding jobs and changing many of them, on the member's side. */
@NullMarked
package org.csrgrid.gridnode.job.filter;

import org.jspecify.annotations.NullMarked;
