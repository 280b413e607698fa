package org.csrgrid.bench.architecture;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "org.csrgrid", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

    /** They talk to the person at the terminal. */
    private static final DescribedPredicate<JavaClass> COMMANDS = DescribedPredicate.describe(
            "commands",
            type -> type.getPackageName().startsWith("org.csrgrid.launcher")
                    || type.getPackageName().startsWith("org.csrgrid.bench")
                    || type.getSimpleName().endsWith("Process"));

    private static final DescribedPredicate<JavaClass> MEASURING = DescribedPredicate.describe(
            "in launcher or bench",
            type -> type.getPackageName().startsWith("org.csrgrid.launcher")
                    || type.getPackageName().startsWith("org.csrgrid.bench"));

    @ArchTest
    static void every_package_says_what_it_is_and_where_null_is_allowed(JavaClasses classes) {
        Set<String> bare = classes.stream()
                .map(JavaClass::getPackage)
                .filter(type -> !isNullMarked(type))
                .map(JavaPackage::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(bare).isEmpty();
    }

    @ArchTest
    static final ArchRule what_runs_on_an_entry_is_a_record = classes()
            .that()
            .implement("com.hazelcast.map.EntryProcessor")
            .and()
            .areNotInterfaces()
            .should()
            .beRecords();

    @ArchTest
    static final ArchRule what_is_sent_to_a_member_is_a_record = classes()
            .that()
            .implement("org.csrgrid.grid.cluster.MemberCall")
            .and()
            .areNotInterfaces()
            .should()
            .beRecords();

    @ArchTest
    static final ArchRule time_comes_from_a_clock_that_is_handed_in = noClasses()
            .that(DescribedPredicate.not(are(MEASURING)))
            .should()
            .callMethod("java.time.Instant", "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod("java.time.LocalDate", "now")
            .orShould()
            .callMethod("java.time.LocalDateTime", "now")
            .orShould()
            .callMethod("java.time.ZonedDateTime", "now");

    @ArchTest
    static final ArchRule the_cache_is_a_library_of_its_own = noClasses()
            .that()
            .resideInAPackage("org.csrgrid.grid.cache..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "ours, but neither the cache nor the serializer of records",
                    type -> type.getPackageName().startsWith("org.csrgrid.")
                            && !type.getPackageName().startsWith("org.csrgrid.grid.cache")
                            && !type.getPackageName().equals("org.csrgrid.grid.wire")));

    @ArchTest
    static final ArchRule only_commands_print =
            noClasses().that(DescribedPredicate.not(are(COMMANDS))).should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule logging_is_slf4j = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule exceptions_have_names = GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule what_an_object_needs_comes_by_constructor = noFields()
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("javax.inject.Inject")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .orShould()
            .beAnnotatedWith("io.helidon.service.registry.Service.Inject")
            .allowEmptyShould(true);

    private static boolean isNullMarked(JavaPackage type) {
        return type.tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                .isPresent();
    }
}
