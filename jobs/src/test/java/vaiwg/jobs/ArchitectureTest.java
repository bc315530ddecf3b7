package vaiwg.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.prometheus.client.exporter.HTTPServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.catalogue.Declared;

@AnalyzeClasses(packages = "vaiwg.jobs", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule theJobDeclaresNoMeasure =
            noClasses().should().dependOnClassesThat().areAssignableTo(Declared.class);

    @ArchTest
    static final ArchRule packagesDoNotNeedOneAnotherInACircle =
            slices().matching("vaiwg.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingIsPrinted = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule nothingLogsPastSlf4j = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule onlyTheDeliveryToPrometheusAndTheStartKnowTheWallClock = noClasses()
            .that()
            .resideOutsideOfPackages("vaiwg.jobs.prometheus..", "vaiwg.jobs")
            .should()
            .callMethod(System.class, "currentTimeMillis");

    @Test
    void our_copy_of_the_prometheus_client_is_found_before_the_reporters() throws Exception {
        assertThat(HTTPServer.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .contains("simpleclient_httpserver");
        try (HTTPServer server = new HTTPServer.Builder()
                .withInetSocketAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .build()) {
            assertThat(server.getPort()).isPositive();
        }
    }
}
