/** Tests named after the requirement they prove: OWASP ASVS 5.0.0 and OWASP API Security Top 10 (2023). */
package org.csrgrid.apinode.security;
