package org.csrgrid.bench.fuzz;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Makes values for schemas: mostly such as fit, and such as nobody sends in good faith. */
final class Values {

    private static final List<String> HOSTILE = List.of(
            "", " ", "0", "-1", "1", "null", "true", "NaN", "1e309", "9223372036854775807", "9223372036854775808",
            "99999999999999999999999999", "2147483648", "-0", "0x10", "1.0", "' OR '1'='1", "1; DROP TABLE app_user --",
            "\" OR \"\"=\"", "%", "_", "\\", "../../etc/passwd", "..%2f..%2f", "%00", "\u0000", "\u0007", "\ud800", "\udfff",
            "\u202e", "\ufeff", "٣", "𝟙", "é", "İ", "ß", "{{7*7}}", "${jndi:ldap://127.0.0.1/a}", "<script>alert(1)</script>",
            "a\r\nX-Injected: 1", "*", "W/\"v1\"", "\"v1-0-en-r\"", "\"v99999999999999999999\"", "\"", "en;q=9", ",,,,;;;q=",
            "application/json", "2026-02-30T00:00:00Z", "9999-12-31T23:59:59Z", "+1000000000-01-01T00:00:00Z", "EUR", "XXX",
            "€", "state:dead", "state:", "((((((", "a".repeat(101), "a".repeat(3_000), "1-1", "1-", "7-send-email:42", "a:b:c",
            "4111111111111111", "0.001", "-5.00", "active,active,", "newest", "https://127.0.0.1:1/\u0000", "__proto__");

    private final Contract contract;
    private final RandomGenerator random;
    private final List<String> knownIds;

    Values(Contract contract, RandomGenerator random, List<String> knownIds) {
        this.contract = contract;
        this.random = random;
        this.knownIds = List.copyOf(knownIds);
    }

    /** True once in so many times. */
    boolean once(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String hostile() {
        return oneOf(HOSTILE);
    }

    /** A text for a parameter. */
    String text(Map<String, Object> schema) {
        if (once(3)) {
            return hostile();
        }
        Object value = fitting(schema);
        return value instanceof String text ? text : Json.write(value);
    }

    /** A value for a field; {@code depth} ends what refers to itself. */
    Object value(Map<String, Object> node, int depth) {
        if (once(12)) {
            return strange();
        }
        Map<String, Object> schema = contract.follow(node);
        if (schema.containsKey("properties") && depth > 0) {
            return object(schema, depth);
        }
        return fitting(schema);
    }

    private Json.Fields object(Map<String, Object> schema, int depth) {
        var fields = new Json.Fields();
        Contract.map(schema.get("properties")).forEach((name, property) -> {
            if (!once(8)) {
                fields.add(name, value(Contract.map(property), depth - 1));
            }
            if (once(40)) {
                fields.add(name, hostile());
            }
        });
        if (once(15)) {
            fields.add(hostile(), strange());
        }
        return fields;
    }

    private Object fitting(Map<String, Object> node) {
        Map<String, Object> schema = contract.follow(node);
        if (schema.containsKey("enum")) {
            return oneOf(Contract.list(schema.get("enum")));
        }
        if (schema.containsKey("example")) {
            return schema.get("example") instanceof String text ? text : hostile();
        }
        if (schema.containsKey("additionalProperties")) {
            return new Json.Fields().add(once(2) ? "en" : hostile(), once(2) ? "words" : hostile());
        }
        return switch (type(schema)) {
            case "integer" -> random.nextInt(200) - 5;
            case "boolean" -> random.nextBoolean();
            case "array" -> List.of(value(Contract.map(schema.get("items")), 1));
            default -> once(2) ? oneOf(knownIds) : hostile();
        };
    }

    private static String type(Map<String, Object> schema) {
        Object type = schema.getOrDefault("type", "string");
        return type instanceof List<?> several ? several.getFirst().toString() : type.toString();
    }

    private Object strange() {
        return switch (random.nextInt(9)) {
            case 0 -> Json.NULL;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong();
            case 3 -> List.of();
            case 4 -> new Json.Fields();
            case 5 -> new Json.Raw("1e400");
            case 6 -> new Json.Raw("[".repeat(1 + random.nextInt(60)) + "]".repeat(1 + random.nextInt(60)));
            case 7 -> new Json.Raw("0".repeat(1 + random.nextInt(40)));
            default -> hostile();
        };
    }
}
