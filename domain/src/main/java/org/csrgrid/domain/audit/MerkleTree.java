package org.csrgrid.domain.audit;

import java.util.ArrayList;
import java.util.List;

/** The tree of RFC 6962 over the leaves of one batch: a root that stands for all, and short proofs that one is among them. */
public final class MerkleTree {

    private MerkleTree() {}

    /** @throws IllegalArgumentException if there is no leaf */
    public static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            throw new IllegalArgumentException("leaves: none (expected: at least one)");
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = split(leaves.size());
        return HashChain.node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    /** The hashes beside the way from a leaf to the root, the leaf's neighbour first. */
    public static List<byte[]> path(List<byte[]> leaves, int index) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int split = split(leaves.size());
        boolean isLeft = index < split;
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, leaves.size());
        var path = new ArrayList<>(isLeft ? path(left, index) : path(right, index - split));
        path.add(root(isLeft ? right : left));
        return path;
    }

    /** The root a leaf and its path lead to; the proof holds if it is the batch's. */
    public static byte[] rootOf(byte[] leaf, int index, int size, List<byte[]> path) {
        if (size == 1) {
            return leaf;
        }
        int split = split(size);
        byte[] beside = path.getLast();
        List<byte[]> below = path.subList(0, path.size() - 1);
        return index < split
                ? HashChain.node(rootOf(leaf, index, split, below), beside)
                : HashChain.node(beside, rootOf(leaf, index - split, size - split, below));
    }

    /** The largest power of two below the size. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }
}
