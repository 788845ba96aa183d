package io.stele.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The house's walls: who may know whom. */
@AnalyzeClasses(packages = "io.stele", importOptions = ArchitectureTest.NoTests.class)
class ArchitectureTest {

    /** Leaves out the tests of all modules, also those that come as a jar. */
    static final class NoTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/") && !location.contains("-tests.jar");
        }
    }

    private static final DescribedPredicate<JavaClass> OURS = resideInAPackage("io.stele..");

    @ArchTest
    static final ArchRule the_domain_knows_nothing_but_java =
            classes().that().resideInAPackage("io.stele.core..").should().onlyDependOnClassesThat(resideInAnyPackage(
                    "java..", "io.stele.core..", "org.jspecify..", "com.google.i18n.phonenumbers.."));

    @ArchTest
    static final ArchRule the_packages_of_the_domain_stand_in_no_circle =
            slices().matching("io.stele.core.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_wire_knows_nothing_of_ours =
            classes().that().resideInAPackage("io.stele.contracts..").should().onlyDependOnClassesThat(
                    DescribedPredicate.not(OURS).or(resideInAPackage("io.stele.contracts..")));

    @ArchTest
    static final ArchRule adapters_know_the_wire_and_the_domain =
            classes().that().resideInAPackage("io.stele.adapters..").should().onlyDependOnClassesThat(
                    DescribedPredicate.not(OURS).or(resideInAnyPackage(
                            "io.stele.adapters..", "io.stele.contracts..", "io.stele.core..")));

    @ArchTest
    static final ArchRule adapters_need_no_framework_at_run_time =
            noClasses().that().resideInAPackage("io.stele.adapters..").and().haveNameNotMatching(".*\\$Definition.*").should()
                    .dependOnClassesThat(resideInAPackage("io.micronaut..")
                            .and(DescribedPredicate.not(resideInAPackage("io.micronaut.json.tree.."))));

    @ArchTest
    static final ArchRule zavu_knows_neither_kapso_nor_chirp = apart("zavu", "kapso", "chirp");

    @ArchTest
    static final ArchRule kapso_knows_neither_zavu_nor_chirp = apart("kapso", "zavu", "chirp");

    @ArchTest
    static final ArchRule chirp_knows_neither_zavu_nor_kapso = apart("chirp", "zavu", "kapso");

    @ArchTest
    static final ArchRule only_the_store_speaks_sql =
            noClasses().that().resideOutsideOfPackage("io.stele.server.store..").should().dependOnClassesThat(
                    resideInAnyPackage("java.sql..", "javax.sql..", "io.micronaut.data..", "org.flywaydb.."));

    @ArchTest
    static final ArchRule the_store_knows_no_api =
            noClasses().that().resideInAPackage("io.stele.server.store..").should().dependOnClassesThat(
                    resideInAnyPackage("io.stele.server.api..", "io.stele.server.http..", "io.stele.contracts.."));

    @ArchTest
    static final ArchRule controllers_do_not_block_the_event_loop =
            classes().that().areAnnotatedWith(Controller.class).should().beAnnotatedWith(ExecuteOn.class);

    @ArchTest
    static final ArchRule names_say_what_a_thing_is =
            noClasses().that().resideInAPackage("io.stele..").should().haveNameMatching(
                    ".*\\.(\\w*(Util|Utils|Helper|Manager|Dto|DTO))");

    private static ArchRule apart(String flavour, String second, String third) {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        "io.stele.contracts." + flavour + "..",
                        "io.stele.adapters." + flavour + "..",
                        "io.stele.server.api." + flavour + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.stele.contracts." + second + "..",
                        "io.stele.adapters." + second + "..",
                        "io.stele.server.api." + second + "..",
                        "io.stele.contracts." + third + "..",
                        "io.stele.adapters." + third + "..",
                        "io.stele.server.api." + third + ".."));
    }
}
