package org.csrgrid.bench.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.csrgrid.bench.load.Answer;
import org.csrgrid.bench.load.Conversation;

/** Asks for one path after the other, over and over. */
final class Reading implements Conversation {

    private final List<byte[]> requests;
    private final int expected;
    private int number;

    /** @param start which request this connection begins with */
    Reading(List<byte[]> requests, int expected, int start) {
        this.requests = requests;
        this.expected = expected;
        number = start;
    }

    /** A request for a path with headers. */
    static byte[] request(String path, Map<String, String> headers) {
        var request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: bench\r\nAccept: application/json\r\n");
        headers.forEach((name, value) ->
                request.append(name).append(": ").append(value).append("\r\n"));
        return request.append("\r\n").toString().getBytes(ISO_8859_1);
    }

    @Override
    public ByteBuffer next() {
        number = (number + 1) % requests.size();
        return ByteBuffer.wrap(requests.get(number));
    }

    @Override
    public boolean hear(Answer answer) {
        return answer.status() == expected;
    }
}
