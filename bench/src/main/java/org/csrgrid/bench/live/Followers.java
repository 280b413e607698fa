package org.csrgrid.bench.live;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Many readers of one stream, all read by one thread. Opened and closed by another. */
final class Followers implements AutoCloseable {

    private static final int ROOM = 65_536;

    private final URI api;
    private final String path;
    private final Selector selector;
    private final List<Follower> all = new ArrayList<>();
    private final Thread thread;
    private volatile boolean closed;

    Followers(URI api, String path) throws IOException {
        this.api = api;
        this.path = path;
        selector = Selector.open();
        thread = Thread.ofPlatform().daemon().name("followers").start(this::readUntilClosed);
    }

    /** Adds one; it is answered later. */
    void open() throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(api.getHost(), api.getPort()));
        channel.write(ByteBuffer.wrap(("GET " + path + " HTTP/1.1\r\nHost: bench\r\nAccept: text/event-stream\r\n\r\n")
                .getBytes(ISO_8859_1)));
        channel.configureBlocking(false);
        Follower follower = new Follower(channel);
        all.add(follower);
        channel.register(selector, SelectionKey.OP_READ, follower);
        selector.wakeup();
    }

    List<Follower> all() {
        return all;
    }

    private void readUntilClosed() {
        ByteBuffer room = ByteBuffer.allocate(ROOM);
        try {
            while (!closed) {
                selector.select(100);
                for (SelectionKey key : selector.selectedKeys()) {
                    if (!((Follower) key.attachment()).read(room)) {
                        key.cancel();
                    }
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        for (Follower follower : all) {
            follower.close();
        }
        selector.close();
    }
}
