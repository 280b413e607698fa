/** The embedded database server, connections, schema migrations and what an SQL error means. */
@NullMarked
package org.csrgrid.mapstore.database;

import org.jspecify.annotations.NullMarked;
