package org.csrgrid.grid.wire;

import com.hazelcast.config.SerializationConfig;
import com.hazelcast.internal.serialization.Data;
import com.hazelcast.internal.serialization.InternalSerializationService;
import com.hazelcast.internal.serialization.impl.DefaultSerializationServiceBuilder;
import com.hazelcast.internal.serialization.impl.compact.Schema;
import com.hazelcast.internal.serialization.impl.compact.SchemaService;
import com.hazelcast.nio.serialization.genericrecord.GenericRecord;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Two nodes' serialization side by side: one knows our types, the other reads whatever comes as generic records. */
final class Serialization implements AutoCloseable {

    private final SchemaService schemas = new Schemas();
    private final InternalSerializationService ours;
    private final InternalSerializationService foreign = service(new SerializationConfig());

    Serialization() {
        var config = new SerializationConfig();
        WireTypes.register(config.getCompactSerializationConfig());
        ours = service(config);
    }

    private InternalSerializationService service(SerializationConfig config) {
        return new DefaultSerializationServiceBuilder()
                .setConfig(config)
                .setSchemaService(schemas)
                .build();
    }

    <T> T roundTrip(T value) {
        return ours.toObject((Data) ours.toData(value));
    }

    GenericRecord asForeign(Object value) {
        return foreign.toObject((Data) ours.toData(value));
    }

    <T> T fromForeign(GenericRecord record) {
        return ours.toObject((Data) foreign.toData(record));
    }

    @Override
    public void close() {
        ours.dispose();
        foreign.dispose();
    }

    private static final class Schemas implements SchemaService {

        private final Map<Long, Schema> byId = new ConcurrentHashMap<>();

        @Override
        public Schema get(long schemaId) {
            return byId.get(schemaId);
        }

        @Override
        public void put(Schema schema) {
            byId.put(schema.getSchemaId(), schema);
        }

        @Override
        public void putLocal(Schema schema) {
            put(schema);
        }
    }
}
