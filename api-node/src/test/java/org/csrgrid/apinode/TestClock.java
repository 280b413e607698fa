package org.csrgrid.apinode;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that moves by hand. */
public final class TestClock implements InstantSource {

    private volatile Instant now;

    TestClock(Instant now) {
        this.now = now;
    }

    public void advance(Duration step) {
        now = now.plus(step);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
