/** A whole product on this machine with enough people and campaigns in it to put load on it. */
@NullMarked
package org.csrgrid.bench.world;

import org.jspecify.annotations.NullMarked;
