package org.csrgrid.apinode.auth;

import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.csrgrid.apinode.http.Headers;
import org.csrgrid.apinode.http.Problem;
import org.csrgrid.apinode.http.ProblemType;
import org.csrgrid.apinode.limit.ClientAddresses;
import org.csrgrid.apinode.session.Secrets;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.grid.limit.BucketRate;
import org.csrgrid.grid.limit.SharedBuckets;
import org.csrgrid.grid.limit.Taken;

/**
 * How often a password or a code may be guessed, by all nodes together. Guesses at one account are counted from each address and altogether; a device on
 * which its owner signed in before is counted by itself alone, so that nobody is locked out by the guesses of others. What was right is not counted. An
 * account that does not exist is counted like one that does. Safe for use by many threads.
 */
public final class GuessLimits {

    private static final BucketRate FROM_ONE_PLACE = new BucketRate(5, 10);

    private final Optional<SharedBuckets> buckets;
    private final ClientAddresses addresses;
    private final BucketRate altogether;
    private final Duration timeout;

    /** What a guess was counted under. */
    public record Guess(List<Counted> counted) {}

    record Counted(String bucket, BucketRate rate) {}

    GuessLimits(SharedBuckets buckets, ClientAddresses addresses, Settings settings) {
        this.buckets = settings.limits().enabled() ? Optional.of(buckets) : Optional.empty();
        this.addresses = addresses;
        altogether = new BucketRate(
                settings.accounts().guessesPerMinute(), settings.accounts().guessBurst());
        timeout = settings.limits().gridTimeout();
    }

    /**
     * Counts a guess before it is looked at.
     *
     * @param account whom it is about, such as an e-mail address
     * @param device what its own guesses are counted under, empty for a device that is not known
     * @throws org.csrgrid.apinode.http.ProblemException 429 if it is one too many
     * @throws org.csrgrid.grid.cluster.GridUnavailableException if it cannot be counted: then nobody may guess
     */
    public Guess count(String account, Optional<String> device, ServerRequest request) {
        if (buckets.isEmpty()) {
            return new Guess(List.of());
        }
        String name = "guess:" + Secrets.hash(account.toLowerCase(Locale.ROOT));
        List<Counted> wanted = device.isPresent()
                ? List.of(new Counted(name + ":by:" + Secrets.hash(device.get()), FROM_ONE_PLACE))
                : List.of(
                        new Counted(name + ":from:" + addresses.countedAs(request), FROM_ONE_PLACE),
                        new Counted(name, altogether));
        var counted = new ArrayList<Counted>();
        for (Counted one : wanted) {
            Taken taken = buckets.get().take(one.bucket(), one.rate(), 1, timeout);
            if (taken.tokens() == 0) {
                giveBack(counted);
                throw refusal(taken.untilNext());
            }
            counted.add(one);
        }
        return new Guess(List.copyOf(counted));
    }

    /** The guess was right, so it was none. */
    public void right(Guess guess) {
        giveBack(guess.counted());
    }

    private void giveBack(List<Counted> counted) {
        buckets.ifPresent(shared -> counted.forEach(one -> shared.giveBack(one.bucket(), one.rate(), 1)));
    }

    private static RuntimeException refusal(Duration untilNext) {
        return Problem.of(ProblemType.TOO_MANY_REQUESTS)
                .with(Headers.retryAfterSeconds((int) Math.max(1, untilNext.toSeconds() + 1)))
                .asException();
    }
}
