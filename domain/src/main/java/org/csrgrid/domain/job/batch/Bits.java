package org.csrgrid.domain.job.batch;

import java.util.Collections;
import java.util.List;

/** Yes and no for many places, 64 to a word, the lowest first. */
final class Bits {

    private Bits() {}

    static int words(int size) {
        return (size + Long.SIZE - 1) / Long.SIZE;
    }

    static List<Long> none(int size) {
        return Collections.nCopies(words(size), 0L);
    }

    static int count(List<Long> words) {
        return words.stream().mapToInt(Long::bitCount).sum();
    }

    static boolean has(List<Long> words, int index) {
        return (words.get(index / Long.SIZE) & mask(index)) != 0;
    }

    static void set(List<Long> words, int index, boolean value) {
        long word = words.get(index / Long.SIZE);
        words.set(index / Long.SIZE, value ? word | mask(index) : word & ~mask(index));
    }

    private static long mask(int index) {
        return 1L << (index % Long.SIZE);
    }
}
