/** The HTTP face: one service per resource, problem documents for errors. */
@NullMarked
package org.csrgrid.sandbox.http;

import org.jspecify.annotations.NullMarked;
