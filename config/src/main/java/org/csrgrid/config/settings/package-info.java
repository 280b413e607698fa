/** The product's settings: what can be set, its defaults, its limits and its meaning. */
@NullMarked
package org.csrgrid.config.settings;

import org.jspecify.annotations.NullMarked;
