package vaiwg.kpis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

@AnalyzeClasses(packages = "vaiwg", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule figuresKnowNothingOfFlinkOrStores = noClasses()
            .that()
            .resideInAPackage("vaiwg.kpis..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..", "java.sql..", "java.net..");

    @ArchTest
    static final ArchRule figuresKnowNothingOfOtherRoomsThanTheSchemas = noClasses()
            .that()
            .resideInAPackage("vaiwg.kpis..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vaiwg.jobs..", "vaiwg.board..", "vaiwg.cli..");

    @ArchTest
    static final ArchRule schemasKnowNothingOfOurs = noClasses()
            .that()
            .resideInAPackage("vaiwg.schemas..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vaiwg.kpis..", "vaiwg.jobs..", "vaiwg.board..", "vaiwg.cli..");

    /** Facts and code maps speak the same terms (themes), and so do the catalogue and its areas: each pair is one layer. */
    @ArchTest
    static final ArchRule dataPassesThroughThePackagesInOneDirection = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("vaiwg.kpis..")
            .layer("time")
            .definedBy("vaiwg.kpis.time")
            .layer("statistics")
            .definedBy("vaiwg.kpis.statistics")
            .layer("attrition")
            .definedBy("vaiwg.kpis.attrition")
            .layer("cases")
            .definedBy("vaiwg.kpis.cases")
            .layer("facts")
            .definedBy("vaiwg.kpis.facts", "vaiwg.kpis.reference")
            .layer("catalogue")
            .definedBy("vaiwg.kpis.catalogue..")
            .layer("signatures")
            .definedBy("vaiwg.kpis.signatures")
            .layer("panes")
            .definedBy("vaiwg.kpis.panes")
            .layer("signals")
            .definedBy("vaiwg.kpis.signals..")
            .whereLayer("signals")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("panes")
            .mayOnlyBeAccessedByLayers("signals")
            .whereLayer("signatures")
            .mayOnlyBeAccessedByLayers("panes", "signals")
            .whereLayer("catalogue")
            .mayOnlyBeAccessedByLayers("signatures", "panes", "signals")
            .whereLayer("facts")
            .mayOnlyBeAccessedByLayers("catalogue", "signatures", "panes", "signals")
            .whereLayer("cases")
            .mayOnlyBeAccessedByLayers("facts", "catalogue", "signatures", "panes", "signals")
            .whereLayer("attrition")
            .mayOnlyBeAccessedByLayers("catalogue", "signatures", "panes", "signals");

    @ArchTest
    static final ArchRule nothingIsPrinted = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule nothingLogsPastTheLoggingOfTheJob =
            GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule figuresDoNotReadTheWallClock = noClasses()
            .that()
            .resideInAPackage("vaiwg.kpis..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now");
}
