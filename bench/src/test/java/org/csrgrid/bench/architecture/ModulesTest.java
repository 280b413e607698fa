package org.csrgrid.bench.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between modules; docs/adr/0007-modules.md has the picture in words. */
@AnalyzeClasses(packages = "org.csrgrid", importOptions = DoNotIncludeTests.class)
class ModulesTest {

    private static final String DOMAIN = "org.csrgrid.domain..";
    private static final String CONFIG = "org.csrgrid.config..";
    private static final String GRID_CLIENT = "org.csrgrid.grid..";
    private static final String MAPSTORE = "org.csrgrid.mapstore..";
    private static final String GRID_NODE = "org.csrgrid.gridnode..";
    private static final String API_NODE = "org.csrgrid.apinode..";
    private static final String SANDBOX = "org.csrgrid.sandbox..";
    private static final String LAUNCHER = "org.csrgrid.launcher..";
    private static final String BENCH = "org.csrgrid.bench..";

    private static final String[] SQL = {"org.jdbi..", "java.sql..", "javax.sql..", "com.mysql..", "com.zaxxer.."};
    private static final String HELIDON = "io.helidon..";
    private static final String JACKSON = "com.fasterxml..";
    private static final String HAZELCAST = "com.hazelcast..";

    @ArchTest
    static final ArchRule the_domain_knows_no_library_that_moves_or_keeps_it = noClasses()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(and(SQL, HAZELCAST, HELIDON, JACKSON));

    @ArchTest
    static final ArchRule the_domain_depends_on_no_other_module =
            independent(DOMAIN, CONFIG, GRID_CLIENT, MAPSTORE, GRID_NODE, API_NODE, SANDBOX, LAUNCHER, BENCH);

    @ArchTest
    static final ArchRule config_depends_on_no_other_module =
            independent(CONFIG, DOMAIN, GRID_CLIENT, MAPSTORE, GRID_NODE, API_NODE, SANDBOX, LAUNCHER, BENCH);

    @ArchTest
    static final ArchRule the_grid_client_knows_neither_database_nor_web_server = noClasses()
            .that()
            .resideInAPackage(GRID_CLIENT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(and(SQL, HELIDON));

    @ArchTest
    static final ArchRule the_grid_client_depends_on_the_domain_alone =
            independent(GRID_CLIENT, CONFIG, MAPSTORE, GRID_NODE, API_NODE, SANDBOX, LAUNCHER, BENCH);

    @ArchTest
    static final ArchRule stores_never_call_the_grid = noClasses()
            .that()
            .resideInAPackage(MAPSTORE)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.hazelcast.core.HazelcastInstance")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.hazelcast.map.IMap");

    @ArchTest
    static final ArchRule stores_know_no_node = independent(MAPSTORE, GRID_NODE, API_NODE, SANDBOX, LAUNCHER, BENCH);

    @ArchTest
    static final ArchRule members_know_no_api_node = independent(GRID_NODE, API_NODE, SANDBOX, LAUNCHER, BENCH);

    @ArchTest
    static final ArchRule api_nodes_know_no_member_and_no_database =
            independent(API_NODE, MAPSTORE, GRID_NODE, SANDBOX, LAUNCHER, BENCH);

    @ArchTest
    static final ArchRule api_nodes_speak_no_sql = noClasses()
            .that()
            .resideInAPackage(API_NODE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SQL);

    @ArchTest
    static final ArchRule the_sandbox_gateway_shares_no_code_with_what_it_tests =
            independent(SANDBOX, DOMAIN, CONFIG, GRID_CLIENT, MAPSTORE, GRID_NODE, API_NODE, LAUNCHER, BENCH);

    @ArchTest
    static final ArchRule only_the_bench_depends_on_the_launcher_and_nothing_on_the_bench =
            independent(LAUNCHER, BENCH);

    private static ArchRule independent(String module, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }

    private static String[] and(String[] packages, String... more) {
        String[] all = java.util.Arrays.copyOf(packages, packages.length + more.length);
        System.arraycopy(more, 0, all, packages.length, more.length);
        return all;
    }
}
