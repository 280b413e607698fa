package org.csrgrid.grid.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.nio.serialization.compact.CompactSerializer;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.csrgrid.domain.campaign.TotalsEntry;
import org.csrgrid.domain.ledger.LedgerKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WireTypesTest {

    private final Serialization serialization = new Serialization();

    @AfterEach
    void close() {
        serialization.close();
    }

    @ParameterizedTest
    @MethodSource("records")
    void every_type_arrives_as_it_was_sent(Class<? extends Record> type) {
        for (int variant = 0; variant < Instances.VARIANTS; variant++) {
            Record sent = Instances.of(type, variant);

            assertThat(serialization.roundTrip(sent)).as("variant %d", variant).isEqualTo(sent);
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_field_of_a_newer_writer_is_skipped(Class<? extends Record> type) {
        Record sent = Instances.of(type, 2);

        assertThat((Record) serialization.fromForeign(
                        GenericCopy.of(serialization.asForeign(sent), typeName(type), Set.of())))
                .isEqualTo(sent);
    }

    @ParameterizedTest
    @MethodSource("records")
    void what_an_older_writer_did_not_know_reads_as_absent_or_empty(Class<? extends Record> type) throws Exception {
        Record sent = Instances.of(type, 2);
        for (RecordComponent component : type.getRecordComponents()) {
            if (!isOptional(component)) {
                continue;
            }
            Record read = serialization.fromForeign(GenericCopy.of(
                    serialization.asForeign(sent),
                    typeName(type),
                    Set.of(component.getName(), component.getName() + "Values")));
            Object value = component.getAccessor().invoke(read);
            assertThat(value == null || value.equals(empty(component)))
                    .as("%s of %s: %s", component.getName(), type.getSimpleName(), value)
                    .isTrue();
        }
    }

    @Test
    void a_number_an_older_writer_did_not_know_reads_as_zero() {
        Record sent = new TotalsEntry(5, LedgerKind.CAPTURED, 700);

        TotalsEntry read = serialization.fromForeign(GenericCopy.of(
                serialization.asForeign(sent), typeName(TotalsEntry.class), Set.of("campaignMinorUnits")));

        assertThat(read).isEqualTo(new TotalsEntry(5, LedgerKind.CAPTURED, 0));
    }

    @Test
    void type_names_and_classes_are_unique() {
        assertThat(WireTypes.serializers())
                .extracting(CompactSerializer::getTypeName)
                .doesNotHaveDuplicates();
        assertThat(WireTypes.serializers())
                .extracting(CompactSerializer::getCompactClass)
                .doesNotHaveDuplicates();
    }

    @Test
    void everything_that_can_travel_is_registered() {
        Set<Class<?>> registered = WireTypes.serializers().stream()
                .map(CompactSerializer::getCompactClass)
                .collect(Collectors.toSet());

        assertThat(Travellers.find()).hasSizeGreaterThan(50).isSubsetOf(registered);
    }

    @Test
    void every_answer_is_one_of_our_types_or_a_simple_value() {
        Set<Type> simple = Set.of(Boolean.class, Long.class, Void.class);

        assertThat(Travellers.answers()).hasSizeGreaterThan(10).allSatisfy(answer -> assertThat(simple.contains(answer)
                        || (answer instanceof Class<?> ours && ours.getName().startsWith("org.csrgrid.")))
                .as("%s", answer)
                .isTrue());
    }

    static Stream<Class<?>> records() {
        return WireTypes.serializers().stream()
                .<Class<?>>map(CompactSerializer::getCompactClass)
                .filter(Class::isRecord);
    }

    private static String typeName(Class<?> type) {
        return WireTypes.serializers().stream()
                .filter(serializer -> serializer.getCompactClass() == type)
                .findFirst()
                .orElseThrow()
                .getTypeName();
    }

    private static boolean isOptional(RecordComponent component) {
        boolean collection = Collection.class.isAssignableFrom(component.getType()) || component.getType() == Map.class;
        return Instances.isNullable(component) || (collection && Instances.mayBeEmpty(component.getDeclaringRecord()));
    }

    private static Object empty(RecordComponent component) {
        return component.getType() == Map.class ? Map.of() : component.getType() == Set.class ? Set.of() : List.of();
    }
}
