package org.csrgrid.domain.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes some of a request. Belongs to one thread. */
public final class JobRequestBuilder {

    private final String name;
    private final Channel channel;
    private String payload;
    private int payloadVersion;
    private boolean sensitive;
    private long organizationId;
    private long ownerId;
    private Uniqueness uniqueness;
    private @Nullable String rateKey;
    private @Nullable BatchPlace batch;
    private List<JobRequest> next;
    private boolean keep;

    JobRequestBuilder(JobRequest request) {
        name = request.name();
        channel = request.channel();
        payload = request.payload();
        payloadVersion = request.payloadVersion();
        sensitive = request.sensitive();
        organizationId = request.organizationId();
        ownerId = request.ownerId();
        uniqueness = request.uniqueness();
        rateKey = request.rateKey();
        batch = request.batch();
        next = request.next();
        keep = request.keep();
    }

    public JobRequestBuilder payload(String json, int version, boolean isSensitive) {
        payload = json;
        payloadVersion = version;
        sensitive = isSensitive;
        return this;
    }

    public JobRequestBuilder organization(long id) {
        organizationId = id;
        return this;
    }

    public JobRequestBuilder owner(long userId) {
        ownerId = userId;
        return this;
    }

    public JobRequestBuilder unique(Uniqueness way) {
        uniqueness = way;
        return this;
    }

    public JobRequestBuilder rateKey(@Nullable String key) {
        rateKey = key;
        return this;
    }

    public JobRequestBuilder batch(BatchPlace place) {
        batch = place;
        return this;
    }

    public JobRequestBuilder then(List<JobRequest> steps) {
        next = steps;
        return this;
    }

    /** It is not remembered when it has succeeded. */
    public JobRequestBuilder forgotten() {
        keep = false;
        return this;
    }

    public JobRequest build() {
        return new JobRequest(
                name,
                channel,
                payload,
                payloadVersion,
                sensitive,
                organizationId,
                ownerId,
                uniqueness,
                rateKey,
                batch,
                next,
                keep);
    }
}
