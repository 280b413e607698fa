package org.csrgrid.grid.account;

import com.hazelcast.nio.serialization.compact.CompactSerializer;
import java.util.List;
import org.csrgrid.domain.account.AccountToken;
import org.csrgrid.grid.wire.WireTypes;

/** What travels about accounts. */
public final class AccountWireTypes {

    private AccountWireTypes() {}

    public static List<CompactSerializer<?>> serializers() {
        return WireTypes.records(List.of(AccountToken.class, UseToken.class, ChangePassword.class, AddUser.class));
    }
}
