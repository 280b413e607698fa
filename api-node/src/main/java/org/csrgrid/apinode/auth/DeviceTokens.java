package org.csrgrid.apinode.auth;

import java.util.Optional;
import org.csrgrid.apinode.http.Hmac;
import org.csrgrid.apinode.session.SessionIds;
import org.csrgrid.domain.user.User;

/**
 * What a device on which somebody signed in shows the next time. It opens nothing; it only says that guesses by others are not to be counted against it, so
 * that nobody can be locked out by them.
 */
final class DeviceTokens {

    private final SignedTexts texts;

    DeviceTokens(Hmac key) {
        texts = new SignedTexts(key, "device");
    }

    String issue(long userId) {
        return texts.sign(userId + " " + SessionIds.next());
    }

    /** What the device's own guesses are counted under; empty if the token is not one of that user's. */
    Optional<String> deviceOf(Optional<String> token, Optional<User> user) {
        return token.flatMap(texts::open).filter(content -> user.filter(owner -> content.startsWith(owner.id() + " "))
                .isPresent());
    }
}
