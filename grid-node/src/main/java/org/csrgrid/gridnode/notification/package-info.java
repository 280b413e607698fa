/** What people are told by e-mail, and when. */
@NullMarked
package org.csrgrid.gridnode.notification;

import org.jspecify.annotations.NullMarked;
