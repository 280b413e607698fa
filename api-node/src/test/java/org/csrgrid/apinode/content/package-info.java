/** Tests of texts. */
package org.csrgrid.apinode.content;
