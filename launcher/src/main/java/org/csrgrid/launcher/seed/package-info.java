/** The demo set: organizations, campaigns, people and donations as they could have happened. */
@NullMarked
package org.csrgrid.launcher.seed;

import org.jspecify.annotations.NullMarked;
