package org.csrgrid.config.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.config.Config;
import com.hazelcast.config.MapConfig;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.splitbrainprotection.SplitBrainProtectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitBrainProtectionTest {
    private static HazelcastInstance loneMember(int expectedMembers) {
        Config config = MemberSetup.base(TestGrid.settings("expected-members", Integer.toString(expectedMembers)));
        config.addMapConfig(new MapConfig("money").setSplitBrainProtectionName(SplitBrainProtection.MAJORITY));
        return TestGrid.member(config);
    }

    @Test
    void one_member_of_three_refuses_writes_and_still_reads() {
        HazelcastInstance member = loneMember(3);
        try {
            var money = member.<String, Integer>getMap("money");

            assertThatThrownBy(() -> money.set("total", 1)).isInstanceOf(SplitBrainProtectionException.class);
            assertThat(money.get("total")).isNull();
        } finally {
            member.getLifecycleService().terminate();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_lone_member_of_one_or_two_goes_on_writing(int expectedMembers) {
        HazelcastInstance member = loneMember(expectedMembers);
        try {
            member.<String, Integer>getMap("money").set("total", 1);

            assertThat(member.<String, Integer>getMap("money").get("total")).isEqualTo(1);
        } finally {
            member.getLifecycleService().terminate();
        }
    }
}
