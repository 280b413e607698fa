package org.csrgrid.grid.limit;

import java.time.Duration;

/**
 * What a bucket gave.
 *
 * @param tokens how many, 0 if it was empty
 * @param remaining left in it, for everybody
 * @param untilNext until it has a token again; zero if it has
 * @param untilFull until it is full if nobody takes more
 */
public record Taken(long tokens, long remaining, Duration untilNext, Duration untilFull) {}
