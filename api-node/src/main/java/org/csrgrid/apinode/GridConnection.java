package org.csrgrid.apinode;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent.LifecycleState;
import io.helidon.health.HealthCheck;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;

/** Ready while the client is connected to the cluster. It reconnects by itself, so being cut off is no reason to restart the process. */
final class GridConnection implements HealthCheck {

    private volatile boolean connected = true;

    GridConnection(HazelcastInstance client) {
        client.getLifecycleService().addLifecycleListener(event -> {
            if (event.getState() == LifecycleState.CLIENT_CONNECTED) {
                connected = true;
            } else if (event.getState() == LifecycleState.CLIENT_DISCONNECTED
                    || event.getState() == LifecycleState.SHUTDOWN) {
                connected = false;
            }
        });
    }

    @Override
    public HealthCheckType type() {
        return HealthCheckType.READINESS;
    }

    @Override
    public String name() {
        return "grid";
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.builder().status(connected).build();
    }
}
