/** Tests of signing in. */
package org.csrgrid.apinode.auth;
