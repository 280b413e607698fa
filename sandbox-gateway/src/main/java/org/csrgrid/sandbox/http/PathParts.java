package org.csrgrid.sandbox.http;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import org.csrgrid.sandbox.payment.Payment;
import org.csrgrid.sandbox.simulation.PaymentBook;

/** What a path names. */
final class PathParts {
    private PathParts() {}

    static String id(ServerRequest request) {
        return request.path().pathParameters().get("id");
    }

    static Payment payment(ServerRequest request, PaymentBook book) {
        return book.find(id(request))
                .orElseThrow(() ->
                        ProblemException.of(Status.NOT_FOUND_404, "There is no payment %s.".formatted(id(request))));
    }
}
