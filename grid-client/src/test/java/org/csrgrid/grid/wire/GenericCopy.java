package org.csrgrid.grid.wire;

import com.hazelcast.nio.serialization.genericrecord.GenericRecord;
import com.hazelcast.nio.serialization.genericrecord.GenericRecordBuilder;
import java.util.Set;

/** A record as another version of its writer would have written it. */
final class GenericCopy {

    private GenericCopy() {}

    /** A copy of the same type without some fields and with one that nobody knows. */
    static GenericRecord of(GenericRecord record, String typeName, Set<String> without) {
        GenericRecordBuilder copy = GenericRecordBuilder.compact(typeName).setString("fieldOfTheFuture", "unknown");
        for (String field : record.getFieldNames()) {
            if (!without.contains(field)) {
                copyField(record, copy, field);
            }
        }
        return copy.build();
    }

    private static void copyField(GenericRecord from, GenericRecordBuilder to, String field) {
        switch (from.getFieldKind(field)) {
            case INT64 -> to.setInt64(field, from.getInt64(field));
            case INT32 -> to.setInt32(field, from.getInt32(field));
            case BOOLEAN -> to.setBoolean(field, from.getBoolean(field));
            case STRING -> to.setString(field, from.getString(field));
            case DECIMAL -> to.setDecimal(field, from.getDecimal(field));
            case NULLABLE_INT64 -> to.setNullableInt64(field, from.getNullableInt64(field));
            case COMPACT -> to.setGenericRecord(field, from.getGenericRecord(field));
            case ARRAY_OF_INT8 -> to.setArrayOfInt8(field, from.getArrayOfInt8(field));
            case ARRAY_OF_INT64 -> to.setArrayOfInt64(field, from.getArrayOfInt64(field));
            case ARRAY_OF_INT32 -> to.setArrayOfInt32(field, from.getArrayOfInt32(field));
            case ARRAY_OF_STRING -> to.setArrayOfString(field, from.getArrayOfString(field));
            case ARRAY_OF_COMPACT -> to.setArrayOfGenericRecord(field, from.getArrayOfGenericRecord(field));
            default -> throw new AssertionError("no copy of " + from.getFieldKind(field) + " " + field);
        }
    }
}
