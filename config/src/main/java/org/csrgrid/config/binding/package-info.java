/** Binds texts from a YAML file, the environment and overrides to annotated records; knows nothing of this product's own settings. */
@NullMarked
package org.csrgrid.config.binding;

import org.jspecify.annotations.NullMarked;
