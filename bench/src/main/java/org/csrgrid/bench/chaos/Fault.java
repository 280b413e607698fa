package org.csrgrid.bench.chaos;

/** Something that breaks and is mended again while customers go on. */
interface Fault {

    /** In a few words, such as "all members killed". */
    String name();

    /** Breaks it, mends it, and returns when everything runs again. */
    void strike(Scene scene);
}
