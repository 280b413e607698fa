package org.csrgrid.grid.wire;

import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/**
 * The Compact serializer of one record type: its components by name. Built once per type from method handles; safe for use by many threads.
 */
public final class RecordSerializer<T extends Record> implements CompactSerializer<T> {

    private final Class<T> type;
    private final String typeName;
    private final Field[] fields;
    private final MethodHandle constructor;

    private record Field(String name, MethodHandle accessor, FieldCodec codec) {}

    private RecordSerializer(Class<T> type, String typeName) {
        this.type = type;
        this.typeName = typeName;
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            RecordComponent[] components = type.getRecordComponents();
            fields = new Field[components.length];
            for (int i = 0; i < components.length; i++) {
                MethodHandle accessor = lookup.unreflect(components[i].getAccessor())
                        .asType(MethodType.methodType(Object.class, Object.class));
                fields[i] = new Field(components[i].getName(), accessor, FieldCodec.of(components[i]));
            }
            Class<?>[] parameters =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            constructor = lookup.findConstructor(type, MethodType.methodType(void.class, parameters))
                    .asSpreader(Object[].class, parameters.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("no serializer for " + type, impossible);
        }
    }

    /** @param typeName stable name on the wire; never reuse one for another record */
    public static <T extends Record> RecordSerializer<T> of(Class<T> type, String typeName) {
        return new RecordSerializer<>(type, typeName);
    }

    @Override
    public void write(CompactWriter writer, T record) {
        try {
            for (Field field : fields) {
                field.codec.write().write(writer, field.name, (Object) field.accessor.invokeExact((Object) record));
            }
        } catch (RuntimeException | Error unchecked) {
            throw unchecked;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public T read(CompactReader reader) {
        Object[] values = new Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            values[i] = fields[i].codec.readOrAbsent(reader, fields[i].name);
        }
        try {
            return type.cast((Object) constructor.invokeExact(values));
        } catch (RuntimeException | Error unchecked) {
            throw unchecked;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String getTypeName() {
        return typeName;
    }

    @Override
    public Class<T> getCompactClass() {
        return type;
    }
}
