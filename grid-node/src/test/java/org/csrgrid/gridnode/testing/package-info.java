/** What the tests of several features stand on. */
@NullMarked
package org.csrgrid.gridnode.testing;

import org.jspecify.annotations.NullMarked;
