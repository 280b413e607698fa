package org.csrgrid.apinode.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

/** Knows of the request under way whether its answer may be compressed. Bodies do it themselves, see {@link Representation}. */
public final class Compression implements Filter {

    private static final ScopedValue<Long> ABOVE = ScopedValue.newInstance();

    private final long above;

    /** @param above bodies of more bytes are compressed for clients that want it */
    public Compression(long above) {
        this.above = above;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        if (request.headers().contains(HeaderNames.ACCEPT_ENCODING)
                && acceptsGzip(
                        request.headers().get(HeaderNames.ACCEPT_ENCODING).values())) {
            ScopedValue.where(ABOVE, above).run(chain::proceed);
        } else {
            chain.proceed();
        }
    }

    /** Whether the client takes compressed bodies; false outside of requests. */
    static boolean isWanted() {
        return ABOVE.isBound();
    }

    /** Whether a body of so many bytes is to be compressed. */
    static boolean isWanted(int bytes) {
        return ABOVE.isBound() && bytes > ABOVE.get();
    }

    /** A coding that is named goes before the asterisk; a weight of 0 forbids it. */
    static boolean acceptsGzip(String acceptEncoding) {
        boolean others = false;
        for (String item : acceptEncoding.split(",")) {
            int end = item.indexOf(';');
            String coding = (end < 0 ? item : item.substring(0, end)).strip();
            boolean allowed = end < 0 || !isZero(item.substring(end + 1));
            if (coding.equalsIgnoreCase("gzip") || coding.equalsIgnoreCase("x-gzip")) {
                return allowed;
            }
            others |= coding.equals("*") && allowed;
        }
        return others;
    }

    private static boolean isZero(String parameter) {
        String weight = parameter.replace(" ", "");
        return weight.matches("[qQ]=0(\\.0{0,3})?");
    }
}
