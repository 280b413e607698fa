/** What requests leave behind in the audit trail, and reading it. */
@NullMarked
package org.csrgrid.apinode.audit;

import org.jspecify.annotations.NullMarked;
