package org.csrgrid.domain.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who approved or rejected a campaign, when, and why not. */
public record Decision(long decidedBy, Instant at, @Nullable String rejectionReason) {}
