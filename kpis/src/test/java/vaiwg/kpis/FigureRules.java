package vaiwg.kpis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Instant;
import java.time.LocalDate;

/** What holds in every module that counts and knows nothing of what runs it: kpis, statistics and engine. */
public final class FigureRules {
    @ArchTest
    static final ArchRule packagesDoNotNeedOneAnotherInACircle =
            slices().matching("vaiwg.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule figuresKnowNothingOfFlinkOrStores = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..", "java.sql..", "java.net..");

    @ArchTest
    static final ArchRule nothingIsPrinted = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule nothingLogsPastTheLoggingOfTheJob =
            GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule figuresDoNotReadTheWallClock = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now");

    private FigureRules() {}
}
