package org.csrgrid.apinode;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.csrgrid.domain.analytics.Widget;
import org.csrgrid.domain.dashboard.DashboardPiece;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.grid.analytics.CampaignStatistics;
import org.csrgrid.grid.analytics.ReadCampaignStatistics;
import org.csrgrid.grid.analytics.ReadWidget;
import org.csrgrid.grid.analytics.WidgetData;
import org.csrgrid.grid.analytics.WidgetData.Point;
import org.csrgrid.grid.analytics.WidgetData.Series;
import org.csrgrid.grid.analytics.WidgetData.Unit;
import org.csrgrid.grid.cluster.DatabaseUnavailableException;
import org.csrgrid.grid.cluster.MemberCall;
import org.csrgrid.grid.dashboard.ReadDashboardPiece;

/** Answers what members compute by SQL, and counts how often they are asked. */
final class MemoryAnalytics {

    private final MemoryLedger ledger;
    final AtomicInteger statisticsRead = new AtomicInteger();
    final AtomicInteger piecesRead = new AtomicInteger();
    final AtomicInteger widgetsRead = new AtomicInteger();
    volatile boolean down;

    MemoryAnalytics(MemoryLedger ledger) {
        this.ledger = ledger;
    }

    Optional<Callable<?>> answer(MemberCall<?> arrived) {
        return Optional.ofNullable(
                switch (arrived) {
                    case ReadCampaignStatistics call -> () -> statistics(call);
                    case ReadWidget call -> () -> widget(call);
                    case ReadDashboardPiece call -> () -> piece(call);
                    default -> null;
                });
    }

    private CampaignStatistics statistics(ReadCampaignStatistics call) {
        statisticsRead.incrementAndGet();
        List<Donation> captured = ledger.donations().stream()
                .filter(donation -> donation.campaignId() == call.campaignId() && donation.completedAt() != null)
                .toList();
        long sum = captured.stream()
                .mapToLong(donation -> donation.campaignAmount().minorUnits())
                .sum();
        long largest = captured.stream()
                .mapToLong(donation -> donation.campaignAmount().minorUnits())
                .max()
                .orElse(0);
        long donors = captured.stream().map(Donation::donorId).distinct().count();
        var tally = new CampaignStatistics.Tally("card", captured.size(), sum);
        return new CampaignStatistics(
                call.campaignId(), captured.size(), donors, sum, largest, List.of(tally), List.of());
    }

    private WidgetData piece(ReadDashboardPiece call) {
        piecesRead.incrementAndGet();
        if (call.piece() == DashboardPiece.STANDINGS) {
            var ranked = List.of(new Point("" + Person.COLLEAGUE.id, 900), new Point("" + Person.EMPLOYEE.id, 500));
            return new WidgetData(List.of(
                    new Series("donors", Unit.MONEY, "EUR", List.of(new Point("count", 7))),
                    new Series("leaders", Unit.MONEY, "EUR", List.of(ranked.getFirst())),
                    new Series("places", Unit.MONEY, "EUR", ranked)));
        }
        long given = ledger.donations().stream()
                .filter(donation -> donation.donorId() == call.donorId())
                .mapToLong(donation -> donation.amount().minorUnits())
                .sum();
        return new WidgetData(List.of(new Series("given", Unit.MONEY, "EUR", List.of(new Point("total", given)))));
    }

    private WidgetData widget(ReadWidget call) {
        widgetsRead.incrementAndGet();
        if (down) {
            throw new DatabaseUnavailableException("the database is down");
        }
        if (call.widget() == Widget.TOP_DONORS) {
            return new WidgetData(List.of(
                    new Series("given", Unit.MONEY, "EUR", List.of(new Point("" + Person.COLLEAGUE.id, 1_250)))));
        }
        return new WidgetData(List.of(
                new Series("donations", Unit.COUNT, null, List.of(new Point("total", 3))),
                new Series("captured", Unit.MONEY, "EUR", List.of(new Point("total", 1_250))),
                new Series("rate", Unit.BASIS_POINTS, null, List.of(new Point("captured", 9_950)))));
    }
}
