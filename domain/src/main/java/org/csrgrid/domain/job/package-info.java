/** Background work: states, leases, fencing tokens and retry policy. */
@NullMarked
package org.csrgrid.domain.job;

import org.jspecify.annotations.NullMarked;
