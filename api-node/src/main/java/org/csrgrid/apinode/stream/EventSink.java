package org.csrgrid.apinode.stream;

import io.helidon.common.GenericType;
import io.helidon.common.buffers.BufferData;
import io.helidon.http.DateTime;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http.spi.Sink;
import io.helidon.webserver.http.spi.SinkProviderContext;
import java.nio.charset.StandardCharsets;

/**
 * A connection that gets server-sent events as they are, byte for byte. Helidon's own sink writes each event anew for each reader and knows neither
 * {@code retry} nor an id on its own. Used by the request's thread; writing blocks while the reader does not read.
 */
public final class EventSink implements Sink<byte[]> {

    /** What to ask the response for. */
    public static final GenericType<EventSink> TYPE = GenericType.create(EventSink.class);

    private static final Header CONTENT_TYPE = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "text/event-stream");
    private static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");
    private static final Header NOT_KEPT = HeaderValues.createCached(HeaderNames.CONNECTION, "close");
    private static final byte[] OK = "HTTP/1.1 200 OK\r\nDate: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LINE = "\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ConnectionContext connection;
    private final Runnable over;

    EventSink(SinkProviderContext context) {
        connection = context.connectionContext();
        over = context.closeRunnable();
        writeHead(context.serverResponse().headers());
    }

    private void writeHead(ServerResponseHeaders headers) {
        headers.set(CONTENT_TYPE);
        headers.set(NO_STORE);
        headers.set(NOT_KEPT);
        BufferData head = BufferData.growing(512);
        head.write(OK);
        head.write(DateTime.http1Bytes());
        for (Header header : headers) {
            header.writeHttp1Header(head);
        }
        head.write(LINE);
        connection.dataWriter().writeNow(head);
    }

    @Override
    public EventSink emit(byte[] frame) {
        connection.dataWriter().writeNow(BufferData.create(frame));
        return this;
    }

    /** Ends the answer and with it the connection. */
    @Override
    public void close() {
        over.run();
        connection.serverSocket().close();
    }
}
