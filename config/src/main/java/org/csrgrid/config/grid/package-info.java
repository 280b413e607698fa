/** The Hazelcast set-up every member and client starts from: all that must be set lest data or speed be lost. */
@NullMarked
package org.csrgrid.config.grid;

import org.jspecify.annotations.NullMarked;
