/** What stands between the network and the resources: what no request may contain, and what every answer says. */
@NullMarked
package org.csrgrid.apinode.guard;

import org.jspecify.annotations.NullMarked;
