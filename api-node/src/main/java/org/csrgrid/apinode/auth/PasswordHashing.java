package org.csrgrid.apinode.auth;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.csrgrid.apinode.http.Headers;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemException;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.config.settings.SecuritySettings;

/**
 * Argon2id in PHC string form. Hashing is meant to be slow, so only so many run at once, only so many wait for them, and everybody else is refused at once:
 * log-ins cannot starve the processors. Safe for use by many threads.
 */
public final class PasswordHashing {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final long PATIENCE_SECONDS = 10;

    private final Argon2Function function;
    private final Semaphore running;
    private final Semaphore places;
    private final int most;

    public PasswordHashing(SecuritySettings settings) {
        function = Argon2Function.getInstance(
                settings.passwordMemory(),
                settings.passwordIterations(),
                settings.passwordParallelism(),
                HASH_BYTES,
                Argon2.ID);
        running = new Semaphore(settings.passwordConcurrency(), true);
        most = settings.passwordConcurrency() + settings.passwordQueue();
        places = new Semaphore(most);
    }

    /**
     * The hash to store, with a new random salt.
     *
     * @throws org.csrgrid.apinode.http.ProblemException 503 if too many others are being computed
     */
    public String hash(String password) {
        return inTurn(() ->
                Password.hash(password).addRandomSalt(SALT_BYTES).with(function).getResult());
    }

    /**
     * Whether the password is the one behind the hash, whatever parameters the hash was made with.
     *
     * @throws org.csrgrid.apinode.http.ProblemException 503 if too many others are being computed
     */
    public boolean verify(String password, String hash) {
        return inTurn(() -> Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    <R> R inTurn(Supplier<R> work) {
        if (!places.tryAcquire()) {
            throw busy();
        }
        try {
            awaitTurn();
            try {
                return work.get();
            } finally {
                running.release();
            }
        } finally {
            places.release();
        }
    }

    /** How many are computed or wait. */
    int taken() {
        return most - places.availablePermits();
    }

    private void awaitTurn() {
        try {
            if (running.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw busy();
    }

    private static ProblemException busy() {
        return Problem.of(ProblemType.UNAVAILABLE)
                .with(Headers.retryAfterSeconds(2))
                .asException();
    }
}
