/** What every entity's store is made of: versioned tables, reads, write-through rows and the values in columns. */
@NullMarked
package org.csrgrid.mapstore.table;

import org.jspecify.annotations.NullMarked;
