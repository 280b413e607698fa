/** Tests of how log lines are written. */
package org.csrgrid.apinode.log;
