package org.csrgrid.grid.analytics;

import java.time.Instant;
import org.csrgrid.domain.analytics.Widget;
import org.csrgrid.domain.analytics.WidgetRange;
import org.csrgrid.grid.cluster.MemberCall;

/** Computes a widget from the database. */
public record ReadWidget(Widget widget, WidgetRange range, Instant now) implements MemberCall<WidgetData> {}
