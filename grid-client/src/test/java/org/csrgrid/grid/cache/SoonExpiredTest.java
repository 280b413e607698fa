package org.csrgrid.grid.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.csrgrid.grid.cache.store.LocalStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One cache expires, another one counts what it hears of. */
class SoonExpiredTest {

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final LocalStore store = new LocalStore(100);
    private final Caches telling = new Caches(store, CacheEnvironment.system());
    private final Caches hearing = new Caches(store, CacheEnvironment.system());
    private final CacheLayer<String> told = layer(telling);
    private final CacheLayer<String> heard = layer(hearing);
    private final SoonExpired soon = new SoonExpired(PAUSE);

    @AfterEach
    void close() {
        soon.close();
        telling.close();
        hearing.close();
    }

    private static CacheLayer<String> layer(Caches caches) {
        return caches.layer(LayerOptions.of("layer", Duration.ofMinutes(5)), Codec.TEXT);
    }

    @Test
    void what_is_asked_for_many_times_is_done_once_and_again_when_asked_later() {
        for (int i = 0; i < 1_000; i++) {
            soon.expire(told, "hot");
        }
        await().untilAsserted(
                        () -> assertThat(heard.statistics().invalidations()).isEqualTo(1));

        soon.expire(told, "hot");
        await().untilAsserted(
                        () -> assertThat(heard.statistics().invalidations()).isEqualTo(2));
    }

    @Test
    void every_tag_is_a_matter_of_its_own() {
        soon.expire(told, "one");
        soon.expire(told, "other");

        await().untilAsserted(
                        () -> assertThat(heard.statistics().invalidations()).isEqualTo(2));
    }

    @Test
    void what_carries_the_tag_is_loaded_again() {
        told.get("key", _ -> Loaded.value("old").tagged("tag"));

        soon.expire(told, "tag");

        await().untilAsserted(() -> assertThat(
                        told.get("key", _ -> Loaded.value("new").tagged("tag")))
                .contains("new"));
    }

    @Test
    void once_closed_nothing_happens_and_nobody_fails() {
        soon.close();

        assertThatCode(() -> soon.expire(told, "tag")).doesNotThrowAnyException();
    }
}
