package org.csrgrid.grid.audit;

import java.util.List;
import org.csrgrid.domain.audit.HashChain;
import org.csrgrid.domain.audit.MerkleTree;
import org.csrgrid.domain.audit.Sha256;
import org.csrgrid.domain.audit.SignedHead;

/**
 * An entry and its way to the root of its batch, which is in a signed head.
 *
 * @param canonical the entry's text as it is now
 * @param position place in the whole chain
 * @param path hashes beside the way, the leaf's neighbour first, in hexadecimal
 */
public record InclusionProof(String canonical, long position, List<String> path, SignedHead head) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Place in the batch, from 0. */
    public int index() {
        return Math.toIntExact(position - head.head().firstPosition());
    }

    /** Whether the text is the one that was sealed and the head is signed by that key, in hexadecimal. */
    public boolean holds(String publicKey) {
        int size = Math.toIntExact(head.head().entries());
        byte[] root = MerkleTree.rootOf(
                HashChain.leaf(canonical), index(), size, path.stream().map(Sha256::bytes).toList());
        return Sha256.hex(root).equals(head.head().root()) && AuditKey.isSigned(head, publicKey);
    }
}
