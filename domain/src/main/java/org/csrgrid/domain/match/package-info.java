/** Corporate matching: how much a programme adds to a donation, and what a refund takes back. */
@NullMarked
package org.csrgrid.domain.match;

import org.jspecify.annotations.NullMarked;
