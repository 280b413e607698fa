/** A member's share in the audit trail: takes entries in, seals them, answers questions. */
@NullMarked
package org.csrgrid.gridnode.audit;

import org.jspecify.annotations.NullMarked;
