package org.csrgrid.grid.audit;

import com.google.crypto.tink.subtle.Ed25519Sign;
import com.google.crypto.tink.subtle.Ed25519Verify;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.csrgrid.domain.audit.AuditHead;
import org.csrgrid.domain.audit.Sha256;
import org.csrgrid.domain.audit.SignedHead;

/** The Ed25519 key heads are signed with. Safe for use by many threads. */
public final class AuditKey {

    private static final String PURPOSE = "csr-grid audit head\n";

    private final Ed25519Sign signing;
    private final String publicKey;

    private AuditKey(Ed25519Sign.KeyPair pair) throws GeneralSecurityException {
        signing = new Ed25519Sign(pair.getPrivateKey());
        publicKey = Sha256.hex(pair.getPublicKey());
    }

    /** @param secret a text nobody can guess, of which the key is derived: the same text gives the same key */
    public static AuditKey of(String secret) {
        try {
            byte[] seed = Sha256.of((PURPOSE + secret).getBytes(StandardCharsets.UTF_8));
            return new AuditKey(Ed25519Sign.KeyPair.newKeyPairFromSeed(seed));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The 32 bytes by which others check signatures, in hexadecimal. */
    public String publicKey() {
        return publicKey;
    }

    public SignedHead sign(AuditHead head) {
        try {
            byte[] signature = signing.sign(head.canonical().getBytes(StandardCharsets.UTF_8));
            return new SignedHead(head, publicKey, Sha256.hex(signature));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether the head was signed by that key, whatever key it names itself. */
    public static boolean isSigned(SignedHead signed, String publicKey) {
        try {
            new Ed25519Verify(Sha256.bytes(publicKey))
                    .verify(
                            Sha256.bytes(signed.signature()),
                            signed.head().canonical().getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            return false;
        }
    }
}
