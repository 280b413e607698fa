package org.csrgrid.gridnode.payment;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.csrgrid.domain.donation.PaymentMethod;

/** Which gateway takes which payment method. */
public final class Gateways {

    private final GatewayClient standard;
    private final Map<String, GatewayClient> byName;

    /** @param standard takes every method that needs a gateway */
    public Gateways(GatewayClient standard) {
        this.standard = standard;
        List<GatewayClient> employer = Stream.of(PaymentMethod.values())
                .filter(method -> !method.throughGateway())
                .<GatewayClient>map(EmployerGateway::new)
                .toList();
        byName = Stream.concat(Stream.of(standard), employer.stream())
                .collect(Collectors.toMap(GatewayClient::name, Function.identity()));
    }

    public GatewayClient forMethod(PaymentMethod method) {
        return method.throughGateway() ? standard : named(method.jsonName());
    }

    /** @throws IllegalArgumentException if there is no gateway of that name */
    public GatewayClient named(String name) {
        GatewayClient gateway = byName.get(name);
        if (gateway == null) {
            throw new IllegalArgumentException(
                    "gateway: \"%s\" (expected: one of %s)".formatted(name, byName.keySet()));
        }
        return gateway;
    }
}
