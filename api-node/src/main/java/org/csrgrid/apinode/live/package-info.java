/** What people are told while it happens, by streams of events. */
@NullMarked
package org.csrgrid.apinode.live;

import org.jspecify.annotations.NullMarked;
