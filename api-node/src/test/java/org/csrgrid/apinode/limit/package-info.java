/** Tests of counting requests. */
package org.csrgrid.apinode.limit;
