package org.csrgrid.config.grid;

import com.hazelcast.config.SplitBrainProtectionConfig;
import com.hazelcast.splitbrainprotection.SplitBrainProtectionOn;
import org.csrgrid.config.settings.GridSettings;

/** Keeps a minority that is cut off from writing, so that no two halves both take money. */
public final class SplitBrainProtection {
    /**
     * The definition every map and queue that matters refers to, by {@code setSplitBrainProtectionName}. It always
     * exists, so callers need not ask whether it is in force; it is from three expected members on.
     */
    public static final String MAJORITY = "majority";

    private static final int SMALLEST_ALLOWED = 2;

    private SplitBrainProtection() {}

    /** Refuses writes only: what a minority still knows may be read. */
    static SplitBrainProtectionConfig definition(GridSettings settings) {
        return new SplitBrainProtectionConfig(MAJORITY, settings.isSplitBrainProtected())
                .setMinimumClusterSize(Math.max(SMALLEST_ALLOWED, settings.majority()))
                .setProtectOn(SplitBrainProtectionOn.WRITE);
    }
}
