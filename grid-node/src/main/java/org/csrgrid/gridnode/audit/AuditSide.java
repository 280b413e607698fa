package org.csrgrid.gridnode.audit;

import com.hazelcast.core.HazelcastInstance;
import java.time.InstantSource;
import java.util.Optional;
import org.csrgrid.config.settings.AuditSettings;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.grid.audit.AppendAudit;
import org.csrgrid.grid.audit.AuditKey;
import org.csrgrid.grid.audit.AuditSearch;
import org.csrgrid.grid.audit.FoundProof;
import org.csrgrid.grid.audit.ProveAudit;
import org.csrgrid.grid.audit.ReadAuditHeads;
import org.csrgrid.grid.lock.LockGrid;
import org.csrgrid.gridnode.cluster.MemberCallContext;
import org.csrgrid.mapstore.MapStores;
import org.csrgrid.mapstore.audit.AnchorFolder;
import org.csrgrid.mapstore.audit.AuditDao;

/** Wires the audit trail into a member. */
public final class AuditSide implements AutoCloseable {

    private final Optional<AuditSealer> sealer;

    private AuditSide(Optional<AuditSealer> sealer) {
        this.sealer = sealer;
    }

    /**
     * Answers calls and takes part in sealing.
     *
     * @throws org.csrgrid.config.binding.InvalidSettingsException if the trail is on and there is no key, or in production no folder, for heads
     */
    public static AuditSide start(
            HazelcastInstance grid, MapStores stores, Settings settings, MemberCallContext calls, InstantSource clock) {
        answer(stores, calls);
        AuditSettings audit = settings.audit();
        if (!audit.enabled()) {
            return new AuditSide(Optional.empty());
        }
        var heads = new AnchorFolder(
                audit.requireAnchorFolder(settings.security().mode()));
        AuditKey key = AuditKey.of(settings.requireAuditKey());
        var locks = new LockGrid(grid, settings.node().name(), clock);
        var anchors = new Anchoring(stores.auditDao(), heads);
        return new AuditSide(
                Optional.of(new AuditSealer(locks, stores.auditSealing(key::sign), stores.auditDao(), anchors, audit, clock)
                        .start()));
    }

    private static void answer(MapStores stores, MemberCallContext calls) {
        AuditDao trail = stores.auditDao();
        calls.answer(AppendAudit.class, call -> {
            stores.auditLog().append(call.entries());
            return (long) call.entries().size();
        });
        calls.answer(AuditSearch.class, trail::search);
        calls.answer(
                ProveAudit.class, call -> new FoundProof(trail.prove(call.id()).orElse(null)));
        calls.answer(ReadAuditHeads.class, call -> trail.heads(call.after(), call.limit()));
    }

    @Override
    public void close() {
        sealer.ifPresent(AuditSealer::close);
    }
}
