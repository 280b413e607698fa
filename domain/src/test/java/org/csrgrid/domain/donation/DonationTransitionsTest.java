package org.csrgrid.domain.donation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.csrgrid.domain.Samples.NOW;
import static org.csrgrid.domain.Samples.euros;

import java.util.List;
import java.util.Set;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.LedgerKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which ledger entries may follow in which state. Every entry is about the whole amount. */
class DonationTransitionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PENDING            | CAPTURED PAYMENT_FAILED CANCELLED
            REQUIRES_ACTION    | CAPTURED PAYMENT_FAILED CANCELLED
            PROCESSING         | CAPTURED PAYMENT_FAILED CANCELLED
            COMPLETED          | REFUND_REQUESTED REFUNDED DISPUTED MATCH_POSTED
            PARTIALLY_REFUNDED | DISPUTED MATCH_POSTED
            REFUNDED           | MATCH_POSTED
            DISPUTED           | REFUNDED DISPUTE_WON DISPUTE_LOST MATCH_POSTED
            FAILED             | STRAY_CAPTURED
            CANCELLED          | STRAY_CAPTURED
            """)
    void each_state_takes_exactly_these_entries(DonationStatus status, String allowed) {
        Set<String> legal = Set.of(allowed.split(" "));

        for (LedgerKind kind : LedgerKind.values()) {
            DonationLife life = in(status);
            if (kind == LedgerKind.PLEDGED || kind == LedgerKind.REFUND_FAILED) {
                continue;
            }
            LedgerEntry entry = life.entry(kind);
            if (legal.contains(kind.name())) {
                assertThat(life.append(entry).donation().progress().sequence())
                        .as("%s in %s", kind, status)
                        .isEqualTo(entry.sequence());
            } else {
                assertThatThrownBy(() -> life.append(entry))
                        .as("%s in %s", kind, status)
                        .isInstanceOfAny(IllegalTransitionException.class, IllegalArgumentException.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING,            REQUIRES_ACTION PROCESSING COMPLETED FAILED CANCELLED",
        "REQUIRES_ACTION,    PROCESSING COMPLETED FAILED CANCELLED",
        "PROCESSING,         REQUIRES_ACTION COMPLETED FAILED CANCELLED",
        "COMPLETED,          PARTIALLY_REFUNDED REFUNDED DISPUTED",
        "PARTIALLY_REFUNDED, REFUNDED DISPUTED",
        "DISPUTED,           COMPLETED PARTIALLY_REFUNDED REFUNDED",
        "REFUNDED,           ''",
        "FAILED,             ''",
        "CANCELLED,          ''"
    })
    void states_follow_each_other_as_documented(DonationStatus status, String next) {
        assertThat(status.next().stream().map(Enum::name).toList())
                .isEqualTo(next.isEmpty() ? List.of() : List.of(next.split(" ")));
    }

    private static DonationLife in(DonationStatus status) {
        DonationLife life = DonationLife.pledged(5_000);
        return switch (status) {
            case PENDING -> life;
            case REQUIRES_ACTION, PROCESSING -> underWay(status);
            case COMPLETED -> life.capture();
            case PARTIALLY_REFUNDED -> life.capture().refund(euros(1_000));
            case REFUNDED -> life.capture().refund(euros(5_000));
            case DISPUTED -> life.capture().append(LedgerKind.DISPUTED);
            case FAILED -> life.append(LedgerKind.PAYMENT_FAILED);
            case CANCELLED -> life.append(LedgerKind.CANCELLED);
        };
    }

    private static DonationLife underWay(DonationStatus status) {
        return DonationLife.pledged(5_000).withPayment(new PaymentReference("sandbox", "payment-1", null), status, NOW);
    }
}
