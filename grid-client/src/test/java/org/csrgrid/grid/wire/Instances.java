package org.csrgrid.grid.wire;

import static java.util.Map.entry;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.csrgrid.domain.campaign.LocalizedText;
import org.csrgrid.domain.donation.PaymentMethod;
import org.csrgrid.domain.donation.PledgeDetails;
import org.csrgrid.domain.donation.Progress;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobProgress;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.JobTrace;
import org.csrgrid.domain.job.Uniqueness;
import org.csrgrid.domain.job.batch.BatchCallback;
import org.csrgrid.domain.job.batch.BatchEnd;
import org.csrgrid.domain.job.batch.BatchRequest;
import org.csrgrid.domain.job.batch.JobBatch;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.ledger.MatchDetails;
import org.csrgrid.domain.money.ExchangeRate;
import org.csrgrid.domain.money.Money;
import org.csrgrid.grid.job.filter.FindJobs;
import org.jspecify.annotations.Nullable;

/**
 * Makes instances of records by looking at their components. Every second variant has null wherever it is allowed; the variant also chooses among enum
 * constants, among a sealed type's records, and how full collections are.
 */
final class Instances {

    /** Enough to meet every enum constant and every sealed alternative there is. */
    static final int VARIANTS = 30;

    private static final Instant START = Instant.parse("2026-03-01T10:00:00.123456Z");
    private static final Money FIVE_EUROS = Money.of(500, "EUR");

    /** Records whose components depend on each other. */
    private static final Map<Class<?>, IntFunction<Record>> DEPENDENT = Map.ofEntries(
            entry(Money.class, _ -> FIVE_EUROS),
            entry(
                    ExchangeRate.class,
                    variant -> new ExchangeRate(
                            Currency.getInstance("USD"),
                            Currency.getInstance("JPY"),
                            BigDecimal.valueOf(1_500 + variant, 1))),
            entry(LocalizedText.class, variant -> new LocalizedText(Map.of("en", "water", "nl", "zuiver " + variant))),
            entry(Progress.class, variant -> new Progress(variant + 2, variant, 3, null)),
            entry(LedgerEntry.class, Instances::ledgerEntry),
            entry(Uniqueness.class, Instances::uniqueness),
            entry(JobRequest.class, Instances::request),
            entry(Job.class, Instances::job),
            entry(BatchRequest.class, Instances::batchRequest),
            entry(BatchEnd.class, variant -> new BatchEnd(variant, JobState.values()[2 + variant % 3])),
            entry(JobBatch.class, Instances::batch),
            entry(
                    FindJobs.class,
                    variant -> new FindJobs("state:dead", variant % 2 == 1 ? null : "x", 1 + variant, variant)));

    private final int variant;
    private int count;

    private Instances(int variant) {
        this.variant = variant;
    }

    static Record of(Class<?> type, int variant) {
        return new Instances(variant).make(type);
    }

    static boolean isNullable(RecordComponent component) {
        AnnotatedElement annotated = component.getAnnotatedType();
        return annotated.isAnnotationPresent(Nullable.class);
    }

    private Record make(Class<?> type) {
        IntFunction<Record> dependent = DEPENDENT.get(type);
        if (dependent != null) {
            return dependent.apply(variant);
        }
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            boolean absent = isNullable(components[i]) && variant % 2 == 1;
            values[i] = absent ? null : value(components[i].getGenericType());
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return (Record) constructor.newInstance(values);
        } catch (ReflectiveOperationException failure) {
            throw new AssertionError("no instance of " + type + " from " + Arrays.toString(values), failure);
        }
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType collection) {
            return collection(collection);
        }
        Class<?> kind = (Class<?>) type;
        count++;
        if (kind == long.class || kind == Long.class) {
            return 1_000_000_000_000L + count;
        }
        if (kind == int.class || kind == Integer.class) {
            return count;
        }
        if (kind == boolean.class) {
            return (variant + count) % 2 == 0;
        }
        if (kind == String.class) {
            return "text " + count;
        }
        if (kind == byte[].class) {
            return new byte[] {1, (byte) count, 3};
        }
        if (kind == BigDecimal.class) {
            return new BigDecimal("1.00");
        }
        if (kind == Instant.class) {
            return START.plusMillis(count);
        }
        if (kind == Duration.class) {
            return Duration.ofMillis(count);
        }
        if (kind == Currency.class) {
            return Currency.getInstance("JPY");
        }
        if (kind.isEnum()) {
            return kind.getEnumConstants()[variant % kind.getEnumConstants().length];
        }
        if (kind.isSealed()) {
            return make(kind.getPermittedSubclasses()[variant % kind.getPermittedSubclasses().length]);
        }
        return make(kind);
    }

    private Object collection(ParameterizedType type) {
        Class<?> kind = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        int size = variant % 3;
        if (kind == Map.class) {
            var map = new HashMap<>();
            for (int i = 0; i < size; i++) {
                map.put(value(arguments[0]), value(arguments[1]));
            }
            return map;
        }
        Collection<Object> values = kind == Set.class ? new HashSet<>() : new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(value(arguments[0]));
        }
        return values;
    }

    private static LedgerEntry ledgerEntry(int variant) {
        LedgerKind kind = LedgerKind.values()[variant % LedgerKind.values().length];
        boolean pledged = kind == LedgerKind.PLEDGED;
        boolean matching = kind == LedgerKind.MATCH_POSTED || kind == LedgerKind.MATCH_REVERSED;
        boolean sparse = variant % 2 == 1;
        return new LedgerEntry(
                variant + 1L,
                kind,
                2,
                3,
                4,
                5,
                pledged ? 0 : variant + 1,
                Money.of(1_000, "USD"),
                FIVE_EUROS,
                new BigDecimal("0.500"),
                "guard " + variant,
                sparse ? null : "sandbox",
                sparse ? null : "payment-1",
                6,
                7,
                sparse ? null : "fingerprint",
                sparse ? null : "reason",
                pledged ? new PledgeDetails(PaymentMethod.IDEAL, true, sparse ? null : "note") : null,
                matching ? new MatchDetails(9, FIVE_EUROS) : null,
                START);
    }

    private static Uniqueness uniqueness(int variant) {
        return variant % 2 == 0 ? Uniqueness.ONCE : Uniqueness.debounced(Duration.ofSeconds(1 + variant));
    }

    /** Requests contain requests. */
    private static JobRequest request(int variant) {
        JobRequest last = JobRequest.of("send-thanks", Channel.NOTIFICATIONS, "{}");
        boolean sparse = variant % 2 == 1;
        return last.with()
                .payload("{\"text\":%d}".formatted(variant), 1 + variant, sparse)
                .organization(variant)
                .owner(variant + 1L)
                .unique(uniqueness(variant))
                .rateKey(sparse ? null : "mail")
                .then(variant % 3 == 0 ? List.of(last, last) : List.of())
                .build();
    }

    /** Jobs contain jobs. */
    private static Job job(int variant) {
        Job ready = Job.ready("job-" + variant, variant, request(variant), START, START);
        Job running = ready.claim("worker", START, Duration.ofSeconds(30)).orElseThrow();
        JobProgress progress = new JobProgress(variant, 0, null, START, START);
        Job noted = running.note(new JobTrace(progress, "here", List.of("line")));
        return variant % 2 == 0 ? noted.succeed(List.of(ready), START) : noted;
    }

    /** What follows a batch is never sensitive. */
    private static BatchRequest batchRequest(int variant) {
        JobRequest plain = JobRequest.of("send-thanks", Channel.NOTIFICATIONS, "{}");
        BatchRequest request = BatchRequest.of("batch-" + variant, "thanks");
        return variant % 3 == 0
                ? request
                : request.then(plain).catches(plain, plain).atLast(plain);
    }

    /** Its words go with its size. */
    private static JobBatch batch(int variant) {
        JobBatch begun = JobBatch.begun(batchRequest(variant), 70 * variant, START);
        return variant % 3 == 0
                ? begun
                : begun.report(List.of(new BatchEnd(variant, JobState.DEAD)), START)
                        .enqueued(START)
                        .called(Set.of(BatchCallback.CATCH), START);
    }

    /** Whether a record has collections that must never be empty. */
    static boolean mayBeEmpty(Class<?> type) {
        return !List.of(LocalizedText.class, JobBatch.class).contains(type);
    }
}
