package org.csrgrid.bench.delivery;

/**
 * A blow that was dealt.
 *
 * @param pid the process
 * @param at milliseconds since 1970, just before
 */
record Struck(Blow blow, long pid, long at) {}
