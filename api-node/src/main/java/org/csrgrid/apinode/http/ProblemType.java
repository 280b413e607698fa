package org.csrgrid.apinode.http;

import io.helidon.http.Status;
import java.util.Locale;
import java.util.Optional;

/** Every kind of problem the API answers with. The slug is part of the contract; never change one. */
public enum ProblemType {
    BAD_REQUEST(400, "Bad request", "The request is not valid HTTP or lacks what the server needs to read it."),
    MALFORMED_BODY(400, "Malformed body", "The body is not valid JSON in UTF-8."),
    INVALID_FILTER(400, "Invalid filter", "The filter cannot be read; the detail says where and what is expected."),
    INVALID_PARAMETER(400, "Invalid parameter", "A query parameter or header has a value that is not accepted."),
    MISSING_IDEMPOTENCY_KEY(400, "Missing idempotency key", "The Idempotency-Key header is required here."),
    UNAUTHENTICATED(401, "Not signed in", "A valid access token is required."),
    INVALID_CREDENTIALS(401, "Invalid credentials", "The e-mail address or the password is wrong."),
    INVALID_SIGNATURE(401, "Invalid signature", "The webhook's signature does not verify."),
    FORBIDDEN(403, "Forbidden", "Your roles do not allow this."),
    NOT_FOUND(404, "Not found", "There is no such thing, or you may not know of it."),
    METHOD_NOT_ALLOWED(405, "Method not allowed", "The Allow header lists what is possible here."),
    CAMPAIGN_CLOSED(409, "Campaign closed", "The campaign does not take donations now."),
    ILLEGAL_TRANSITION(409, "Illegal transition", "The state it is in does not allow this."),
    ORGANIZATION_NOT_ACTIVE(409, "Organization not active", "Only verified organizations may have active campaigns."),
    DONATION_BUSY(409, "Donation busy", "The donation is being processed; try again shortly."),
    JOB_STATE(409, "Job in another state", "The job is in a state that does not allow this."),
    NOT_CANCELLABLE(409, "Not cancellable", "The donation is no longer open."),
    NOT_REFUNDABLE(409, "Not refundable", "The donation's state does not allow a refund."),
    VERSION_MISMATCH(412, "Version mismatch", "Somebody changed it since you read it; read it again."),
    BODY_TOO_LARGE(413, "Body too large", "The body is larger than is accepted here."),
    URL_TOO_LONG(414, "URL too long", "The request's first line is longer than is accepted here."),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type", "The Content-Type is not accepted here."),
    INVALID_REQUEST(422, "Invalid request", "Fields of the body are missing, unknown or have values not accepted."),
    CARD_DATA_REFUSED(
            422,
            "Card data refused",
            "Something in the request looks like a payment card number; cards are only ever given to the payment gateway."),
    IDEMPOTENCY_KEY_REUSED(422, "Idempotency key reused", "The key was used before with another request."),
    OUTSIDE_LIMITS(422, "Outside limits", "The amount is below the smallest or above the largest donation."),
    NO_EXCHANGE_RATE(422, "No exchange rate", "The campaign cannot be given to in this currency."),
    EXCEEDS_REFUNDABLE(422, "Exceeds what is refundable", "Less than that is left to refund."),
    MISSING_PRECONDITION(428, "Missing precondition", "The If-Match header with the entity tag you saw is required."),
    TOO_MANY_REQUESTS(429, "Too many requests", "Slow down and try again after the time in Retry-After."),
    INTERNAL_ERROR(500, "Internal error", "Something went wrong on our side; the log has it under the request id."),
    TOO_MANY_STREAMS(
            503, "Too many streams", "This node serves as many event streams as it can; try another or later."),
    UNAVAILABLE(503, "Temporarily unavailable", "Try again after the time in Retry-After; repeats are safe.");

    private final Status status;
    private final String title;
    private final String description;
    private final String slug;

    ProblemType(int status, String title, String description) {
        this.status = Status.create(status);
        this.title = title;
        this.description = description;
        this.slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Status status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** What it means, for the page behind {@link #uri()}. */
    public String description() {
        return description;
    }

    public String slug() {
        return slug;
    }

    /** The {@code type} member of the problem document. */
    public String uri() {
        return "/problems/" + slug;
    }

    public static Optional<ProblemType> fromSlug(String slug) {
        for (ProblemType type : values()) {
            if (type.slug.equals(slug)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
