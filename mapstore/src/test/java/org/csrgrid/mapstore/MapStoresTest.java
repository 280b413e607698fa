package org.csrgrid.mapstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.map.MapStore;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import org.csrgrid.domain.account.AccountToken;
import org.csrgrid.domain.money.ExchangeRate;
import org.csrgrid.domain.organization.Organization;
import org.csrgrid.domain.session.Session;
import org.csrgrid.domain.user.User;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.ledger.DuplicateEntryException;
import org.csrgrid.mapstore.testing.Samples;
import org.csrgrid.mapstore.testing.StoreTestBase;
import org.csrgrid.mapstore.testing.Story;
import org.junit.jupiter.api.Test;

class MapStoresTest extends StoreTestBase {

    @Test
    void every_map_that_is_kept_has_a_store_and_no_other() {
        assertThat(stores.maps())
                .containsExactlyInAnyOrder(
                        GridMaps.CAMPAIGNS,
                        GridMaps.CAMPAIGN_TOTALS,
                        GridMaps.DONATIONS,
                        GridMaps.LEDGER,
                        GridMaps.PAYMENT_INBOX,
                        GridMaps.CREATIONS,
                        GridMaps.MATCH_PROGRAMMES,
                        GridMaps.MATCH_ALLOWANCES,
                        GridMaps.JOBS,
                        GridMaps.JOB_CHANNELS,
                        GridMaps.JOB_SCHEDULES,
                        GridMaps.JOB_BATCHES,
                        GridMaps.ACCOUNT_TOKENS,
                        GridMaps.SESSIONS,
                        GridMaps.USERS,
                        GridMaps.ORGANIZATIONS,
                        GridMaps.EXCHANGE_RATES);
        assertThatThrownBy(() -> stores.store("unknown"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown");
    }

    @Test
    void users_come_back_and_an_e_mail_address_is_used_once() {
        MapStore<Long, User> users = mapStore(GridMaps.USERS);
        User user = Samples.user(1, "zoe@example.org");
        users.store(1L, user);
        assertThat(users.load(1L)).isEqualTo(user);
        assertThatThrownBy(() -> users.store(2L, Samples.user(2, "zoe@example.org")))
                .isInstanceOf(DuplicateEntryException.class);
        assertThat(users.loadAllKeys()).containsExactly(1L);
    }

    @Test
    void sessions_come_back_and_one_that_was_ended_does_not() {
        MapStore<String, Session> sessions = mapStore(GridMaps.SESSIONS);
        var session = Session.begin(
                "a".repeat(22), 7, Story.START, Duration.ofMinutes(30), Duration.ofHours(12), "curl", "::1");
        sessions.store(session.id(), session);
        sessions.store(session.id(), session.used(Story.START.plusSeconds(60)));
        sessions.store(session.id(), session);

        assertThat(sessions.load(session.id())).isEqualTo(session.used(Story.START.plusSeconds(60)));
        sessions.delete(session.id());
        assertThat(sessions.load(session.id())).isNull();
        assertThat(sessions.loadAllKeys()).isEmpty();
    }

    @Test
    void mailed_tokens_come_back_used_or_not() {
        MapStore<String, AccountToken> tokens = mapStore(GridMaps.ACCOUNT_TOKENS);
        var token = new AccountToken(
                "h".repeat(43), AccountToken.Purpose.REGISTER, "zoe@example.org", "Zoë", "nl", Story.START, null, 1);
        tokens.store(token.hash(), token.used("attempt"));
        tokens.store(token.hash(), token);

        assertThat(tokens.load(token.hash())).isEqualTo(token.used("attempt"));
    }

    @Test
    void organizations_come_back_and_a_registration_number_is_used_once() {
        MapStore<Long, Organization> organizations = mapStore(GridMaps.ORGANIZATIONS);
        organizations.store(1L, Samples.organization(1));
        organizations.store(2L, Samples.organization(2));
        assertThat(organizations.loadAll(List.of(1L, 2L)))
                .containsEntry(1L, Samples.organization(1))
                .containsEntry(2L, Samples.organization(2));
        execute("UPDATE organization SET registration_number = 'KVK-3' WHERE id = 2");
        assertThatThrownBy(() -> organizations.store(3L, Samples.organization(3)))
                .isInstanceOf(DuplicateEntryException.class);
        assertThat(organizations.loadAllKeys()).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void the_last_exchange_rate_of_a_pair_stays() {
        MapStore<String, ExchangeRate> rates = mapStore(GridMaps.EXCHANGE_RATES);
        rates.store("EURJPY", rate("EUR", "JPY", "100"));
        rates.store("EURJPY", rate("EUR", "JPY", "162.500000000001"));
        rates.store("EURUSD", rate("EUR", "USD", "1.0850"));
        assertThat(rates.load("EURJPY")).isEqualTo(rate("EUR", "JPY", "162.500000000001"));
        assertThat(rates.load("EURUSD").rate()).isEqualTo(new BigDecimal("1.085"));
        assertThat(rates.loadAllKeys()).containsExactlyInAnyOrder("EURJPY", "EURUSD");
        rates.delete("EURUSD");
        assertThat(rates.load("EURUSD")).isNull();
    }

    private static ExchangeRate rate(String from, String to, String rate) {
        return new ExchangeRate(Currency.getInstance(from), Currency.getInstance(to), new BigDecimal(rate));
    }
}
