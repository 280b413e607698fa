package org.csrgrid.launcher;

import java.io.PrintWriter;

/** Prints what happens together with the seconds since it began. Safe for use by several threads. */
final class Stopwatch {

    private static final double NANOS = 1e9;

    private final PrintWriter out;
    private volatile long begin = System.nanoTime();

    Stopwatch(PrintWriter out) {
        this.out = out;
    }

    void restart() {
        begin = System.nanoTime();
    }

    double seconds() {
        return (System.nanoTime() - begin) / NANOS;
    }

    synchronized void step(String what) {
        out.printf("%6.1f s  %s%n", seconds(), what);
        out.flush();
    }

    synchronized void say(String sentence) {
        out.println(sentence);
        out.flush();
    }
}
