/** The JSON that clients and webhook receivers see. */
@NullMarked
package org.csrgrid.sandbox.json;

import org.jspecify.annotations.NullMarked;
