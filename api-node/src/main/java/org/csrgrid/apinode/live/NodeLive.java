package org.csrgrid.apinode.live;

import com.hazelcast.core.HazelcastInstance;
import java.time.InstantSource;
import org.csrgrid.apinode.http.Times;
import org.csrgrid.config.settings.LiveSettings;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.grid.live.AdminNews;
import org.csrgrid.grid.live.CampaignMoved;
import org.csrgrid.grid.live.LivePublisher;

/** All of a node that has to do with streams of what happens. Close {@link #endStreams} before the server, the rest after it. Safe for use by many threads. */
public final class NodeLive implements AutoCloseable {

    private final LiveSettings settings;
    private final InstantSource clock;
    private final LivePublisher publisher;
    private final LiveFeeds feeds;
    private final LiveStreams streams;
    private final LiveMeters meters;

    private NodeLive(HazelcastInstance grid, LiveSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        feeds = new LiveFeeds(grid, settings.replay());
        publisher = new LivePublisher(grid);
        streams = new LiveStreams(settings);
        meters = new LiveMeters(streams);
    }

    /** Reads what the rings hold; takes a moment. */
    public static NodeLive open(HazelcastInstance grid, LiveSettings settings, InstantSource clock) {
        return new NodeLive(grid, settings, clock);
    }

    LiveSettings settings() {
        return settings;
    }

    LiveFeeds feeds() {
        return feeds;
    }

    LiveStreams streams() {
        return streams;
    }

    /** Has all who follow the campaign told that it was edited or is in another state. Returns at once, never throws. */
    public void campaignChanged(Campaign campaign) {
        publisher.publish(new CampaignMoved(
                campaign.id(), campaign.organizationId(), campaign.status(), campaign.version(), Times.now(clock)));
    }

    /** Has administrators told of maintenance. Returns at once, never throws. */
    void maintenance(String message) {
        publisher.publish(AdminNews.of(AdminNews.Kind.MAINTENANCE, "", message, Times.now(clock)));
    }

    /** Says goodbye on every stream; takes a few seconds at most. */
    public void endStreams() {
        streams.close();
    }

    @Override
    public void close() {
        endStreams();
        meters.close();
        feeds.close();
        publisher.close();
    }
}
