/** What was mailed about log-ins, as rows. */
@NullMarked
package org.csrgrid.mapstore.account;

import org.jspecify.annotations.NullMarked;
