package org.csrgrid.launcher.verify;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.csrgrid.domain.donation.PaymentMethod;
import org.csrgrid.domain.donation.PledgeDetails;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.ledger.MatchDetails;
import org.csrgrid.domain.money.Money;
import org.csrgrid.grid.wire.Micros;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the whole ledger donation by donation, a page at a time. */
final class LedgerPages {

    static final int ROWS = 2_000;

    private final Handle snapshot;
    private final int rows;

    /** @param rows of one page */
    LedgerPages(Handle snapshot, int rows) {
        this.snapshot = snapshot;
        this.rows = rows;
    }

    /** Hands over all donations in the order of their ids, each complete, some hundred at a time. */
    void forEach(Consumer<List<DonationLines>> consumer) {
        long after = Long.MIN_VALUE;
        while (true) {
            List<LedgerLine> lines = page(after);
            if (lines.isEmpty()) {
                return;
            }
            List<DonationLines> donations = complete(lines);
            consumer.accept(donations);
            after = donations.getLast().id();
        }
    }

    /** Leaves out a full page's last donation, which may go on; a donation longer than a page is read by itself. */
    private List<DonationLines> complete(List<LedgerLine> lines) {
        List<DonationLines> donations = byDonation(lines);
        if (lines.size() < rows) {
            return donations;
        }
        return donations.size() > 1
                ? donations.subList(0, donations.size() - 1)
                : List.of(new DonationLines(all(donations.getFirst().id())));
    }

    private static List<DonationLines> byDonation(List<LedgerLine> lines) {
        var donations = new ArrayList<DonationLines>();
        int start = 0;
        for (int i = 1; i <= lines.size(); i++) {
            if (i == lines.size()
                    || lines.get(i).donationId() != lines.get(start).donationId()) {
                donations.add(new DonationLines(lines.subList(start, i)));
                start = i;
            }
        }
        return donations;
    }

    private List<LedgerLine> page(long after) {
        return snapshot.createQuery(
                        "SELECT * FROM ledger WHERE donation_id > :after ORDER BY donation_id, sequence LIMIT :page")
                .bind("after", after)
                .bind("page", rows)
                .map((row, _) -> line(row))
                .list();
    }

    private List<LedgerLine> all(long donationId) {
        return snapshot.createQuery("SELECT * FROM ledger WHERE donation_id = :donation ORDER BY sequence")
                .bind("donation", donationId)
                .map((row, _) -> line(row))
                .list();
    }

    private static LedgerLine line(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        try {
            return new LedgerLine(
                    id,
                    LedgerKind.valueOf(row.getString("kind")),
                    row.getLong("donation_id"),
                    row.getLong("campaign_id"),
                    row.getLong("organization_id"),
                    row.getLong("donor_id"),
                    row.getInt("sequence"),
                    money(row, "amount", "currency"),
                    money(row, "campaign_amount", "campaign_currency"),
                    row.getBigDecimal("exchange_rate"),
                    row.getString("guard"),
                    row.getString("gateway"),
                    row.getString("gateway_id"),
                    row.getLong("related_id"),
                    row.getLong("actor_id"),
                    row.getString("fingerprint"),
                    row.getString("reason"),
                    pledge(row),
                    match(row),
                    Micros.toInstant(row.getLong("at")));
        } catch (IllegalArgumentException unreadable) {
            throw new CannotVerifyException(
                    "ledger entry %d cannot be read: %s".formatted(id, unreadable.getMessage()), unreadable);
        }
    }

    static Money money(ResultSet row, String amount, String currency) throws SQLException {
        return Money.of(row.getLong(amount), row.getString(currency));
    }

    private static @Nullable PledgeDetails pledge(ResultSet row) throws SQLException {
        String method = row.getString("method");
        return method == null
                ? null
                : new PledgeDetails(PaymentMethod.valueOf(method), row.getBoolean("anonymous"), row.getString("note"));
    }

    private static @Nullable MatchDetails match(ResultSet row) throws SQLException {
        BigDecimal programme = row.getBigDecimal("programme_id");
        return programme == null
                ? null
                : new MatchDetails(programme.longValueExact(), money(row, "programme_amount", "programme_currency"));
    }
}
