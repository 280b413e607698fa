package org.csrgrid.apinode.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.csrgrid.apinode.http.ProblemException;
import org.csrgrid.config.settings.SettingsLoader;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {

    private final CountDownLatch finished = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    @Test
    void Asvs_11_4_2_hashes_are_argon2id_with_the_stated_parameters_and_a_salt_of_their_own() {
        var hashing = hashing(Map.of());

        assertThat(hashing.hash("x"))
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
                .isNotEqualTo(hashing.hash("x"));
    }

    @Test
    void only_so_many_are_computed_at_once_so_many_wait_and_one_more_is_refused_at_once() {
        var hashing = hashing(Map.of("security.password-concurrency", "2", "security.password-queue", "3"));
        List<CompletableFuture<Boolean>> taken = IntStream.range(0, 5)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> hashing.inTurn(this::work), Thread::startVirtualThread))
                .toList();
        await().until(() -> begun.get() == 2 && hashing.taken() == 5);

        assertThatThrownBy(() -> hashing.verify("x", "y")).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().type().status().code()).isEqualTo(503);
            assertThat(refused.problem().headers())
                    .anyMatch(header -> header.name().equals("Retry-After"));
        });

        finished.countDown();
        assertThat(taken).allSatisfy(one -> assertThat(one.join()).isTrue());
        assertThat(mostAtOnce.get()).isEqualTo(2);
        assertThat(hashing.inTurn(this::work)).isTrue();
    }

    private boolean work() {
        begun.incrementAndGet();
        mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
        try {
            finished.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        running.decrementAndGet();
        return true;
    }

    private static PasswordHashing hashing(Map<String, String> settings) {
        return new PasswordHashing(SettingsLoader.defaultsWith(settings).security());
    }
}
