/** What all features share. */
@NullMarked
package org.csrgrid.domain;

import org.jspecify.annotations.NullMarked;
