package org.csrgrid.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One keep-alive connection and what is said over it. */
final class Connection {

    private static final int ATTEMPTS = 50;
    private static final int ATTEMPT_MILLIS = 100;

    private final InetSocketAddress address;
    private final Conversation conversation;
    private final Answer answer = new Answer();
    private @Nullable SocketChannel channel;
    private ByteBuffer room = ByteBuffer.wrap(answer.room());
    private long sentAt;
    private boolean waiting;

    Connection(URI target, Conversation conversation) {
        this.address = new InetSocketAddress(target.getHost(), target.getPort());
        this.conversation = conversation;
    }

    /** Connects and sends the first request. */
    void open(Selector selector) throws IOException {
        SocketChannel opened = connect();
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        opened.configureBlocking(false);
        opened.register(selector, SelectionKey.OP_READ, this);
        channel = opened;
        send();
    }

    boolean isWaiting() {
        return waiting;
    }

    /** Takes in what has arrived; after a complete answer says the next thing, unless the run is over. */
    void read(Selector selector, Tally tally) throws IOException {
        try {
            if (!fill()) {
                return;
            }
            take(tally);
            if (tally.isOver(System.nanoTime())) {
                close();
            } else {
                send();
            }
        } catch (IOException broken) {
            lose(selector, tally);
        }
    }

    void close() throws IOException {
        waiting = false;
        if (channel != null) {
            channel.close();
        }
    }

    private boolean fill() throws IOException {
        SocketChannel open = channel;
        if (open == null || !open.isOpen() || !waiting) {
            return false;
        }
        byte[] bytes = answer.room();
        if (room.array() != bytes) {
            room = ByteBuffer.wrap(bytes);
        }
        room.limit(bytes.length).position(answer.filled());
        int count = open.read(room);
        if (count < 0) {
            throw new IOException("connection closed by the server");
        }
        if (count == 0) {
            return false;
        }
        return answer.add(count) || fill();
    }

    private void take(Tally tally) {
        long now = System.nanoTime();
        waiting = false;
        if (conversation.hear(answer)) {
            tally.success(answer.status(), sentAt, now);
        } else {
            tally.failure(answer.status(), now);
        }
    }

    private void send() throws IOException {
        ByteBuffer request = conversation.next();
        SocketChannel open = channel;
        if (request == null || open == null) {
            close();
            return;
        }
        answer.clear();
        waiting = true;
        sentAt = System.nanoTime();
        while (request.hasRemaining()) {
            open.write(request);
        }
    }

    private void lose(Selector selector, Tally tally) throws IOException {
        close();
        conversation.lost();
        tally.failure(0, System.nanoTime());
        if (!tally.isOver(System.nanoTime())) {
            open(selector);
        }
    }

    private SocketChannel connect() throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return SocketChannel.open(address);
            } catch (IOException refused) {
                if (attempt == ATTEMPTS) {
                    throw refused;
                }
                pause();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(ATTEMPT_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("interrupted while connecting");
        }
    }
}
