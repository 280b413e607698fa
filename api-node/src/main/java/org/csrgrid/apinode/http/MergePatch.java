package org.csrgrid.apinode.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** JSON merge patch, RFC 7396. */
final class MergePatch {

    private MergePatch() {}

    static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> change : patch.properties()) {
            String name = change.getKey();
            JsonNode value = change.getValue();
            if (value.isNull()) {
                target.remove(name);
            } else if (value instanceof ObjectNode nested) {
                ObjectNode inner = target.get(name) instanceof ObjectNode existing ? existing : target.objectNode();
                target.set(name, apply(inner, nested));
            } else {
                target.set(name, value);
            }
        }
        return target;
    }
}
