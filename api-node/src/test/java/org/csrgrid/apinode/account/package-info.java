/** Tests of accounts. */
package org.csrgrid.apinode.account;
