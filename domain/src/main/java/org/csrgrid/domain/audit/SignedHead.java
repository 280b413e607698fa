package org.csrgrid.domain.audit;

/**
 * A head nobody without the key could have made.
 *
 * @param publicKey Ed25519, 32 bytes in hexadecimal
 * @param signature over the head's canonical text, 64 bytes in hexadecimal
 */
public record SignedHead(AuditHead head, String publicKey, String signature) {}
