/** Database servers for tests: one embedded server per JVM, and MySQL in a container where Docker answers. */
@NullMarked
package org.csrgrid.mapstore.testing;

import org.jspecify.annotations.NullMarked;
