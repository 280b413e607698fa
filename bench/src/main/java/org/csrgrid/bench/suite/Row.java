package org.csrgrid.bench.suite;

import org.jspecify.annotations.Nullable;

/**
 * One figure of a suite.
 *
 * @param row   what was measured
 * @param peer  the same measured on something comparable, null if there was nothing
 * @param ratio ours to peer
 * @param aim   what ours should reach; null if nobody said
 * @param met   whether it does; true without an aim
 */
public record Row(
        String row,
        double ours,
        @Nullable Double peer,
        @Nullable Double ratio,
        String unit,
        @Nullable Double aim,
        boolean met) {

    /** More is better. */
    public static Row atLeast(String row, double ours, String unit, double aim) {
        return new Row(row, ours, null, null, unit, aim, ours >= aim);
    }

    /** Less is better. */
    public static Row atMost(String row, double ours, String unit, double aim) {
        return new Row(row, ours, null, null, unit, aim, ours <= aim);
    }

    /** A figure to know, without an aim. */
    public static Row plain(String row, double ours, String unit) {
        return new Row(row, ours, null, null, unit, null, true);
    }

    /** The same row beside a peer's figure. */
    public Row beside(double figure) {
        return new Row(row, ours, figure, ours / figure, unit, aim, met);
    }
}
