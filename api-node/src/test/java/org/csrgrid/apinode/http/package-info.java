/** Tests of what all routes share. */
package org.csrgrid.apinode.http;
