/** Running jobs: workers, leases, retries and the sweeper. */
@NullMarked
package org.csrgrid.gridnode.job;

import org.jspecify.annotations.NullMarked;
