package org.csrgrid.grid.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.csrgrid.grid.cache.store.CacheStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a cache promises, whatever its processes share. Two of them, here and there, use the same layer. Lives are a matter of a clock moved by hand. */
abstract class CacheContract {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration NEAR = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SOFT = Duration.ofMillis(50);

    private static final AtomicInteger NAMES = new AtomicInteger();

    final ManualTime time = new ManualTime();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final String name = "layer-" + NAMES.incrementAndGet();
    private Caches hereCaches;
    private Caches thereCaches;

    /** A new view of what all processes of this test share. */
    abstract CacheStore store();

    @BeforeEach
    void open() {
        hereCaches = new Caches(store(), environment());
        thereCaches = new Caches(store(), environment());
    }

    @AfterEach
    void close() {
        callers.shutdownNow();
        hereCaches.close();
        thereCaches.close();
    }

    @Test
    void a_value_is_loaded_once_and_then_found_here_and_there() {
        Pair pair = pair(options -> options);
        Origin origin = new Origin("a");

        assertThat(pair.here.get("k", origin)).contains("a");
        assertThat(pair.here.get("k", origin)).contains("a");
        assertThat(pair.there.get("k", origin)).contains("a");

        assertThat(origin.calls).hasValue(1);
        assertThat(pair.here.statistics().nearHits()).isEqualTo(1);
        assertThat(pair.there.statistics().sharedHits()).isEqualTo(1);
    }

    /** All callers are ready before the first one asks, half of them in each process. */
    @Test
    void a_thousand_callers_of_a_cold_key_in_two_processes_load_it_once() throws Exception {
        Pair pair = pair(options -> options);
        Origin origin = new Origin("a");
        origin.close();
        List<Future<Optional<String>>> answers = new ArrayList<>();
        CountDownLatch start = new CountDownLatch(1);
        for (int i = 0; i < 1_000; i++) {
            CacheLayer<String> layer = i % 2 == 0 ? pair.here : pair.there;
            answers.add(callers.submit(() -> {
                start.await();
                return layer.get("k", origin);
            }));
        }
        start.countDown();
        origin.awaitLoad();
        origin.open();

        for (Future<Optional<String>> answer : answers) {
            assertThat(answer.get()).contains("a");
        }
        assertThat(origin.calls).hasValue(1);
    }

    @Test
    void a_value_whose_life_is_over_is_loaded_again() {
        Pair pair = pair(options -> options.timeouts(LONG, LONG));
        Origin origin = new Origin("a");
        pair.here.get("k", origin);
        origin.value = "b";
        time.pass(LIFE);

        assertThat(pair.here.get("k", origin)).contains("b");
        assertThat(pair.there.get("k", origin)).contains("b");
        assertThat(origin.calls).hasValue(2);
    }

    /** The load has read the old value when the key is removed, and ends after that. */
    @Test
    void what_was_read_before_a_removal_is_not_stored_after_it() throws Exception {
        Pair pair = pair(options -> options);
        Origin origin = new Origin("old");
        origin.close();
        Future<Optional<String>> early = callers.submit(() -> pair.here.get("k", origin));
        origin.awaitLoad();
        origin.value = "new";
        pair.there.remove("k");
        origin.open();
        early.get();

        assertThat(pair.there.get("k", origin)).contains("new");
        Awaitility.await()
                .untilAsserted(() -> assertThat(pair.here.get("k", origin)).contains("new"));
        assertThat(pair.here.statistics().refusedStores()).isEqualTo(1);
    }

    /** As before, by a tag that is known only when the load has ended. */
    @Test
    void what_was_read_before_a_tags_removal_is_never_fresh() throws Exception {
        Pair pair = pair(options -> options);
        Origin origin = new Origin("old", "t");
        origin.close();
        Future<Optional<String>> early = callers.submit(() -> pair.here.get("k", origin));
        origin.awaitLoad();
        origin.value = "new";
        pair.there.removeTag("t");
        origin.open();
        early.get();

        assertThat(pair.there.get("k", origin)).contains("new");
        Awaitility.await()
                .untilAsserted(() -> assertThat(pair.here.get("k", origin)).contains("new"));
    }

    /** The second caller comes after the invalidation and joins a load that began before. */
    @Test
    void who_joins_a_load_after_an_invalidation_does_not_get_what_it_read_before() throws Exception {
        Pair pair = pair(options -> options);
        Origin origin = new Origin("old", "t");
        origin.close();
        callers.submit(() -> pair.here.get("k", origin));
        origin.awaitLoad();
        origin.value = "new";
        pair.here.removeTag("t");
        Future<Optional<String>> late = callers.submit(() -> pair.here.get("k", origin));
        Awaitility.await().until(() -> pair.here.statistics().collapsed() == 1);
        origin.open();

        assertThat(late.get()).contains("new");
    }

    @Test
    void a_tag_of_ten_thousand_entries_is_invalidated_without_touching_one() {
        Pair pair = pair(options -> options);
        for (int i = 0; i < 10_000; i++) {
            pair.here.put("k" + i, "old", "t");
        }
        pair.here.put("other", "old", "u");
        long begun = System.nanoTime();
        pair.here.removeTag("t");
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(took).isLessThan(Duration.ofMillis(500));
        assertThat(pair.here.peek("k0")).isEmpty();
        assertThat(pair.here.peek("k9999")).isEmpty();
        assertThat(pair.here.peek("other")).contains("old");
        assertThat(pair.here.get("k5000", new Origin("new"))).contains("new");
    }

    @Test
    void what_is_cleared_is_gone_here_and_there() {
        Pair pair = pair(options -> options);
        pair.here.get("k", new Origin("old"));
        pair.there.get("k", new Origin("old"));
        pair.here.clear();

        assertThat(pair.here.get("k", new Origin("new"))).contains("new");
        Awaitility.await().untilAsserted(() -> assertThat(pair.there.get("k", new Origin("newer")))
                .contains("new"));
    }

    @Test
    void a_lost_invalidation_matters_no_longer_than_a_near_life() {
        Pair pair = pair(options -> options);
        Origin origin = new Origin("old", "t");
        pair.there.get("k", origin);
        pair.there.get("key", origin);
        thereCaches.chaos().loseInvalidations(true);
        origin.value = "new";
        pair.here.removeTag("t");
        pair.here.remove("key");

        assertThat(pair.there.get("k", origin)).contains("old");
        time.pass(NEAR);

        assertThat(pair.there.get("k", origin)).contains("new");
        assertThat(pair.there.get("key", origin)).contains("new");
    }

    @Test
    void an_expired_value_stands_in_when_the_next_cannot_be_loaded_and_a_removed_one_does_not() {
        Pair pair =
                pair(options -> options.timeouts(LONG, LONG).throttles(Duration.ofSeconds(1), Duration.ofSeconds(1)));
        Origin origin = new Origin("a", "t");
        pair.here.get("expired", origin);
        pair.here.get("by-tag", origin);
        pair.here.get("removed", origin);
        origin.fails = true;
        pair.here.expire("expired");
        pair.here.remove("removed");
        assertThat(pair.here.get("expired", origin)).contains("a");
        assertThatThrownBy(() -> pair.here.get("removed", origin))
                .isInstanceOf(CacheLoadException.class)
                .hasMessageContaining("removed of layer")
                .hasRootCauseMessage("origin is down");
        pair.here.expireTag("t");

        assertThat(pair.here.get("by-tag", origin)).contains("a");
        assertThat(pair.here.statistics().failSafe()).isEqualTo(2);
    }

    @Test
    void a_failing_origin_is_left_alone_for_the_throttle_time_by_all_processes() {
        Pair pair =
                pair(options -> options.timeouts(LONG, LONG).throttles(Duration.ofSeconds(5), Duration.ofSeconds(1)));
        Origin origin = new Origin("a");
        pair.here.get("k", origin);
        origin.fails = true;
        time.pass(LIFE);
        for (int i = 0; i < 10; i++) {
            assertThat(pair.here.get("k", origin)).contains("a");
            assertThat(pair.there.get("k", origin)).contains("a");
        }
        assertThat(origin.calls).hasValue(2);
        origin.fails = false;
        origin.value = "b";
        time.pass(Duration.ofSeconds(5));

        assertThat(pair.there.get("k", origin)).contains("b");
    }

    @Test
    void a_failure_without_an_old_value_is_told_and_not_tried_again_at_once() {
        Pair pair = pair(options -> options.throttles(Duration.ofSeconds(5), Duration.ofSeconds(1)));
        Origin origin = new Origin("a");
        origin.fails = true;
        assertThatThrownBy(() -> pair.here.get("k", origin)).isInstanceOf(CacheLoadException.class);
        assertThatThrownBy(() -> pair.there.get("k", origin)).hasMessageContaining("not due yet");
        origin.fails = false;
        time.pass(Duration.ofSeconds(1));

        assertThat(pair.there.get("k", origin)).contains("a");
        assertThat(origin.calls).hasValue(2);
    }

    @Test
    void a_slow_load_lets_the_old_value_out_and_ends_in_the_background() throws Exception {
        Pair pair = pair(options -> options.timeouts(SOFT, LONG));
        Origin origin = new Origin("a");
        pair.here.get("k", origin);
        origin.close();
        origin.value = "b";
        time.pass(LIFE);

        assertThat(pair.here.get("k", origin)).contains("a");
        assertThat(pair.there.get("k", origin)).contains("a");
        origin.open();
        Awaitility.await().untilAsserted(() -> assertThat(pair.here.peek("k")).contains("b"));
        assertThat(pair.here.statistics().stale()).isEqualTo(1);
        assertThat(origin.calls).hasValue(2);
    }

    @Test
    void a_slow_load_without_an_old_value_fails_after_the_hard_time_out_and_helps_the_next_caller() {
        Pair pair = pair(options -> options.timeouts(SOFT, SOFT));
        Origin origin = new Origin("a");
        origin.close();

        assertThatThrownBy(() -> pair.here.get("k", origin))
                .isInstanceOf(CacheLoadTimeoutException.class)
                .hasMessageContaining("k of layer " + name + ": not loaded within PT0.05S");
        origin.open();
        Awaitility.await().untilAsserted(() -> assertThat(pair.here.peek("k")).contains("a"));
        assertThat(origin.calls).hasValue(1);
        assertThat(pair.here.statistics().timeouts()).isEqualTo(1);
    }

    @Test
    void a_loader_that_hangs_is_interrupted_and_its_key_is_loaded_again() {
        Pair pair = pair(options -> options.timeouts(SOFT, SOFT));
        Origin hanging = new Origin("never");
        hanging.close();
        Awaitility.await().ignoreExceptions().untilAsserted(() -> {
            time.pass(SOFT);
            assertThat(pair.here.get("k", hanging.calls.get() == 0 ? hanging : new Origin("a")))
                    .contains("a");
        });
    }

    @Test
    void a_value_near_its_end_is_loaded_again_in_the_background_by_one_process() {
        Pair pair = pair(options -> options.eager(80));
        Origin origin = new Origin("a");
        pair.here.get("k", origin);
        pair.there.get("k", origin);
        origin.value = "b";
        origin.close();
        time.pass(LIFE.multipliedBy(79).dividedBy(100));
        assertThat(pair.here.get("k", origin)).contains("a");
        assertThat(origin.calls).hasValue(1);
        time.pass(LIFE.dividedBy(100));

        assertThat(pair.here.get("k", origin)).contains("a");
        assertThat(pair.there.get("k", origin)).contains("a");
        origin.open();
        Awaitility.await().untilAsserted(() -> assertThat(pair.here.peek("k")).contains("b"));
        assertThat(origin.calls).hasValue(2);
        assertThat(pair.here.statistics().eager() + pair.there.statistics().eager())
                .isEqualTo(1);
    }

    @Test
    void an_origin_that_has_not_changed_need_not_send_its_value_again() {
        Pair pair = pair(options -> options.timeouts(LONG, LONG));
        pair.here.get("k", _ -> Loaded.value("a").etag("v1").tagged("t"));
        time.pass(LIFE);
        Loader<String> conditional =
                request -> request.etag().equals(Optional.of("v1")) ? Loaded.notModified() : Loaded.value("wrong");

        assertThat(pair.there.get("k", conditional)).contains("a");
        assertThat(pair.there.statistics().notModified()).isEqualTo(1);
        assertThat(pair.here.peek("k")).contains("a");
        pair.here.removeTag("t");
        assertThat(pair.here.peek("k")).isEmpty();
    }

    @Test
    void a_loader_decides_on_the_life_of_its_answer_within_the_layers_bounds() {
        Duration minute = Duration.ofMinutes(1);
        Pair pair = pair(options -> options.lives(minute, LIFE, minute));
        pair.here.get("short", _ -> Loaded.value("a").fresh(Duration.ofSeconds(1)));
        pair.here.get("long", _ -> Loaded.value("a").fresh(Duration.ofDays(1)));
        time.pass(minute.minusMillis(1));
        assertThat(pair.here.peek("short")).contains("a");
        time.pass(Duration.ofMillis(1));
        assertThat(pair.here.peek("short")).isEmpty();
        assertThat(pair.here.peek("long")).contains("a");
        time.pass(LIFE);
        assertThat(pair.here.peek("long")).isEmpty();
    }

    @Test
    void that_there_is_no_value_is_remembered_for_a_life_of_its_own() {
        Duration minute = Duration.ofMinutes(1);
        Pair pair = pair(options -> options.lives(minute, LIFE, minute).timeouts(LONG, LONG));
        AtomicInteger calls = new AtomicInteger();
        Loader<String> nothing = _ -> {
            calls.incrementAndGet();
            return Loaded.absent();
        };
        assertThat(pair.here.get("k", nothing)).isEmpty();
        assertThat(pair.here.get("k", nothing)).isEmpty();
        assertThat(pair.there.get("k", nothing)).isEmpty();
        assertThat(calls).hasValue(1);
        time.pass(minute);

        assertThat(pair.there.get("k", new Origin("a"))).contains("a");
    }

    @Test
    void lives_are_shortened_at_random_within_the_jitter() {
        Pair pair = pair(options -> options.jitter(20));
        for (int i = 0; i < 200; i++) {
            pair.here.get("k" + i, new Origin("a"));
        }
        time.pass(LIFE.multipliedBy(79).dividedBy(100));
        assertThat(fresh(pair.here)).isEqualTo(200);
        time.pass(LIFE.multipliedBy(11).dividedBy(100));
        assertThat(fresh(pair.here)).isBetween(60L, 140L);
        time.pass(LIFE.dividedBy(10));
        assertThat(fresh(pair.here)).isZero();
    }

    @Test
    void a_value_that_is_too_large_is_answered_and_not_kept() {
        Pair pair = pair(options -> options.sizes(100, 1_000));
        Origin origin = new Origin("x".repeat(1_001));

        assertThat(pair.here.get("k", origin)).contains(origin.value);
        assertThat(pair.here.get("k", origin)).contains(origin.value);
        assertThat(origin.calls).hasValue(2);
        assertThat(pair.here.statistics().oversized()).isEqualTo(2);
    }

    @Test
    void large_values_are_compressed_where_that_pays() {
        Pair pair = pair(options -> options.sizes(100, 1 << 20));
        String text = "the same words again ".repeat(500);
        String noise = new Random(1)
                .ints(2_000, ' ', '~')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        pair.here.get("text", new Origin(text));
        long out = pair.here.statistics().compressedOut();
        pair.here.get("noise", new Origin(noise));

        assertThat(out).isPositive().isLessThan(text.length() / 10);
        assertThat(pair.there.get("text", new Origin("wrong"))).contains(text);
        assertThat(pair.there.get("noise", new Origin("wrong"))).contains(noise);
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void a_loader_that_answers_nothing_or_something_else_is_told_so() {
        Pair pair = pair(options -> options);
        Loader<String> wrong = (Loader) _ -> Loaded.value(7);

        assertThatThrownBy(() -> pair.here.get("null", _ -> null))
                .isInstanceOf(CacheLoadException.class)
                .hasMessageContaining("the loader answered null");
        assertThatThrownBy(() -> pair.here.get("wrong", wrong))
                .isInstanceOf(CacheLoadException.class)
                .hasRootCauseInstanceOf(ClassCastException.class);
        assertThatThrownBy(() -> pair.here.get("same", _ -> Loaded.notModified()))
                .hasMessageContaining("there is no old value");
        assertThat(pair.here.statistics().errors()).isEqualTo(3);
    }

    @Test
    void more_keys_than_there_is_room_for_push_others_out_of_the_process() {
        Pair pair = pair(options -> options.near(NEAR, 100_000));
        for (int i = 0; i < 5_000; i++) {
            pair.here.get("key-" + i, new Origin("some value"));
        }
        LayerStatistics statistics = pair.here.statistics();
        assertThat(statistics.nearEntries()).isLessThan(400);
        assertThat(statistics.nearEvictions()).isGreaterThan(4_000);
    }

    @Test
    void warming_loads_the_most_urgent_first_and_goes_on_after_failures() throws Exception {
        Pair pair = pair(options -> options);
        List<String> order = new ArrayList<>();
        Loader<String> noting = request -> {
            order.add(request.key());
            return request.key().equals("broken") ? null : Loaded.value("a");
        };
        List<Integer> percents = new ArrayList<>();
        WarmProgress end = pair.here.warm(
                List.of(
                        new WarmItem<>("last", 1, noting),
                        new WarmItem<>("first", 9, noting),
                        new WarmItem<>("broken", 5, noting),
                        new WarmItem<>("middle", 4, noting)),
                Duration.ofMillis(40),
                progress -> percents.add(progress.percent()));

        assertThat(order).containsExactly("first", "broken", "middle", "last");
        assertThat(percents).containsExactly(25, 50, 75, 100);
        assertThat(end).isEqualTo(new WarmProgress(4, 3, 1));
    }

    @Test
    void chaos_makes_loads_fail_until_told_otherwise() {
        Pair pair =
                pair(options -> options.timeouts(LONG, LONG).throttles(Duration.ofSeconds(1), Duration.ofSeconds(1)));
        Origin origin = new Origin("a");
        hereCaches.chaos().failLoads(true);
        assertThatThrownBy(() -> pair.here.get("k", origin)).hasMessageContaining("chaos");
        hereCaches.chaos().failLoads(false);
        time.pass(Duration.ofSeconds(1));

        assertThat(pair.here.get("k", origin)).contains("a");
        assertThat(origin.calls).hasValue(1);
    }

    @Test
    void invalidations_are_heard_and_their_lag_is_measured() {
        Pair pair = pair(options -> options);
        pair.there.get("k", new Origin("a", "t"));
        pair.here.removeTag("t");
        pair.here.remove("k");

        Awaitility.await().until(() -> pair.there.statistics().invalidations() == 2);
        assertThat(pair.there.statistics().lagLongest()).isLessThan(Duration.ofSeconds(5));
        assertThat(pair.here.statistics().invalidations()).isZero();
    }

    private static long fresh(CacheLayer<String> layer) {
        long fresh = 0;
        for (int i = 0; i < 200; i++) {
            fresh += layer.peek("k" + i).isPresent() ? 1 : 0;
        }
        return fresh;
    }

    private CacheEnvironment environment() {
        Random random = new Random(7);
        return new CacheEnvironment(time, System::nanoTime, random::nextDouble);
    }

    /** The same layer in two processes: no jitter, no eager loads, unless asked for. */
    private Pair pair(UnaryOperator<LayerOptions.Builder> settings) {
        LayerOptions options = settings.apply(LayerOptions.with(name, LIFE)
                        .timeouts(LONG, LONG)
                        .eager(100)
                        .jitter(0)
                        .near(NEAR, 1 << 20))
                .build();
        return new Pair(hereCaches.layer(options, Codec.TEXT), thereCaches.layer(options, Codec.TEXT));
    }

    record Pair(CacheLayer<String> here, CacheLayer<String> there) {}
}
