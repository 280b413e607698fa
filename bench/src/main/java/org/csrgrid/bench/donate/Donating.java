package org.csrgrid.bench.donate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.List;
import org.csrgrid.bench.load.Answer;
import org.csrgrid.bench.load.Conversation;

/** Donates over one connection, each time as another person to another campaign under a key of its own. */
final class Donating implements Conversation {

    private static final String LOCATION = "/donations/";

    private final String keyPrefix;
    private final List<String> tokens;
    private final long[] campaigns;
    private final Acknowledged acknowledged;
    private long number;

    /** @param start where in people and campaigns this connection begins, so that connections do not march in step */
    Donating(String keyPrefix, int start, List<String> tokens, long[] campaigns, Acknowledged acknowledged) {
        this.keyPrefix = keyPrefix;
        this.tokens = tokens;
        this.campaigns = campaigns;
        this.acknowledged = acknowledged;
        number = start;
    }

    @Override
    public ByteBuffer next() {
        number++;
        String body = "{\"campaignId\":\"" + campaigns[(int) (number % campaigns.length)]
                + "\",\"amount\":{\"amount\":\"25.00\",\"currency\":\"EUR\"},\"method\":\"payroll\",\"anonymous\":false}";
        String request =
                "POST /api/v1/donations HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                        + tokens.get((int) (number % tokens.size()))
                        + "\r\nIdempotency-Key: " + keyPrefix + number
                        + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        return ByteBuffer.wrap(request.getBytes(ISO_8859_1));
    }

    @Override
    public boolean hear(Answer answer) {
        if (answer.status() != 201) {
            return false;
        }
        String location = answer.header("Location");
        if (location == null) {
            return false;
        }
        acknowledged.add(location.substring(location.lastIndexOf(LOCATION) + LOCATION.length()));
        return true;
    }
}
