/** Tests over real HTTP, with a real grid member and no database. */
package org.csrgrid.apinode;
