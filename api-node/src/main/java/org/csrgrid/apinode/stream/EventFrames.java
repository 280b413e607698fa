package org.csrgrid.apinode.stream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The bytes of server-sent events. Made once and written to however many readers. */
public final class EventFrames {

    private static final byte[] DATA = bytes("data:");
    private static final byte[] END = bytes("\n\n");

    private EventFrames() {}

    /**
     * An event.
     *
     * @param id what a reader that comes back says it has seen; without line breaks
     * @param name without line breaks
     * @param json in one line
     */
    public static byte[] event(String id, String name, byte[] json) {
        byte[] head = bytes("id:" + id + "\nevent:" + name + "\n");
        var frame = new ByteArrayOutputStream(head.length + DATA.length + json.length + END.length);
        frame.writeBytes(head);
        frame.writeBytes(DATA);
        frame.writeBytes(json);
        frame.writeBytes(END);
        return frame.toByteArray();
    }

    /** A sign of life no reader is told of, which still moves what it has seen. */
    public static byte[] alive(String id) {
        return bytes(":\nid:" + id + "\n\n");
    }

    /** A sign of life that leaves what the reader has seen. */
    public static byte[] alive() {
        return bytes(":\n\n");
    }

    /** Says when a reader that lost the connection should come back. */
    public static byte[] retry(Duration delay) {
        return bytes("retry:" + delay.toMillis() + "\n\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
