package org.csrgrid.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerkleTreeTest {

    /** The inputs of Certificate Transparency's own tests, whose roots are known. */
    private static final List<String> INPUTS = List.of(
            "",
            "00",
            "10",
            "2021",
            "3031",
            "40414243",
            "5051525354555657",
            "606162636465666768696a6b6c6d6e6f");

    private static List<byte[]> leaves(int count) {
        return INPUTS.stream()
                .limit(count)
                .map(input -> Sha256.of(new byte[] {0}, Sha256.bytes(input)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void roots_are_those_of_certificate_transparency(int leaves, String root) {
        assertThat(Sha256.hex(MerkleTree.root(leaves(leaves)))).isEqualTo(root);
    }

    @Test
    void every_leaf_of_every_size_leads_to_the_root_and_no_other_leaf_does() {
        for (int size = 1; size <= INPUTS.size(); size++) {
            List<byte[]> leaves = leaves(size);
            byte[] root = MerkleTree.root(leaves);
            for (int index = 0; index < size; index++) {
                List<byte[]> path = MerkleTree.path(leaves, index);

                assertThat(MerkleTree.rootOf(leaves.get(index), index, size, path)).isEqualTo(root);
                assertThat(MerkleTree.rootOf(new byte[32], index, size, path)).isNotEqualTo(root);
            }
        }
    }

    @Test
    void order_matters() {
        List<byte[]> leaves = leaves(8);
        List<byte[]> swapped = IntStream.of(1, 0, 2, 3, 4, 5, 6, 7)
                .mapToObj(leaves::get)
                .toList();

        assertThat(MerkleTree.root(swapped)).isNotEqualTo(MerkleTree.root(leaves));
    }
}
