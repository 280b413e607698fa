package org.csrgrid.bench.chaos;

import java.time.Duration;
import java.util.List;
import org.csrgrid.launcher.cluster.ClusterNode;
import org.csrgrid.launcher.cluster.LocalCluster;

/** The faults there are. */
final class Faults {

    private static final Duration CALM = Duration.ofSeconds(3);
    private static final Duration READY = Duration.ofSeconds(120);

    private Faults() {}

    /** kill -9 of the member that holds the hot campaign; it comes back and the cluster heals. */
    record HotOwnerKilled() implements Fault {

        @Override
        public String name() {
            return "the hot campaign's owner killed";
        }

        @Override
        public void strike(Scene scene) {
            ClusterNode owner = scene.world().cluster().member(scene.hotOwner());
            owner.kill();
            scene.letPass(CALM);
            comeBack(owner);
            scene.awaitSafe();
        }
    }

    /**
     * kill -9 of the hot campaign's owner and one more member at once: with three members and one backup the partitions they shared are lost, and the one
     * that is left has no majority until they come back.
     */
    record TwoMembersKilled() implements Fault {

        @Override
        public String name() {
            return "two members killed at once";
        }

        @Override
        public void strike(Scene scene) {
            List<ClusterNode> members = scene.world().cluster().members();
            int owner = scene.hotOwner();
            List<ClusterNode> dead = List.of(members.get(owner), members.get((owner + 1) % members.size()));
            dead.parallelStream().forEach(ClusterNode::kill);
            scene.letPass(CALM);
            dead.forEach(ClusterNode::start);
            dead.forEach(member -> member.awaitReady(READY));
            scene.awaitSafe();
        }
    }

    /** kill -9 of all members and API nodes at once. */
    record EverythingKilled() implements Fault {

        @Override
        public String name() {
            return "all members and API nodes killed at once";
        }

        @Override
        public void strike(Scene scene) {
            LocalCluster cluster = scene.world().cluster();
            cluster.killNodes();
            cluster.restartNodes();
            scene.awaitSafe();
        }
    }

    /** The database server stands still, or is killed, and comes back. */
    record DatabaseAway(boolean killed, Duration time) implements Fault {

        @Override
        public String name() {
            return "the database %s for %d s".formatted(killed ? "killed" : "frozen", time.toSeconds());
        }

        @Override
        public void strike(Scene scene) {
            LocalCluster cluster = scene.world().cluster();
            if (killed) {
                cluster.database().kill();
            } else {
                cluster.database().suspend();
            }
            new Outage(scene, time).watch();
            if (killed) {
                cluster.database().start();
            } else {
                cluster.database().resume();
            }
        }
    }

    /** SIGTERM of one member, which comes back. */
    record MemberStopped() implements Fault {

        @Override
        public String name() {
            return "one member stopped in order";
        }

        @Override
        public void strike(Scene scene) {
            List<ClusterNode> members = scene.world().cluster().members();
            ClusterNode member = members.get(scene.random().nextInt(members.size()));
            member.stop();
            scene.letPass(CALM);
            comeBack(member);
            scene.awaitSafe();
        }
    }

    /** SIGTERM of everything, and all of it started again. */
    record EverythingStopped() implements Fault {

        @Override
        public String name() {
            return "everything stopped in order";
        }

        @Override
        public void strike(Scene scene) {
            LocalCluster cluster = scene.world().cluster();
            cluster.apis().forEach(ClusterNode::stop);
            cluster.members().reversed().forEach(ClusterNode::stop);
            cluster.gateway().stop();
            cluster.database().stop();
            cluster.database().start();
            comeBack(cluster.gateway());
            cluster.restartNodes();
            scene.awaitSafe();
        }
    }

    /** Webhooks come twice, late, out of order, and all of them again at the end. */
    record WebhooksInDisorder(Duration time) implements Fault {

        @Override
        public String name() {
            return "webhooks duplicated, reordered and replayed";
        }

        @Override
        public void strike(Scene scene) {
            Disorder disorder = new Disorder(scene.random().nextLong());
            scene.tap().confuse(disorder);
            scene.letPass(time);
            scene.tap().calmDown();
            scene.tap().replay(disorder.shuffled());
        }
    }

    private static void comeBack(ClusterNode node) {
        node.start();
        node.awaitReady(READY);
    }
}
